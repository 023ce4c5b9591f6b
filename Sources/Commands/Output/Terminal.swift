#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `--color` takes.
public enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }

/// One of the program's streams: whether a person watches it, and how wide it is.
public struct Terminal: Sendable {
    /// The streams the program writes to.
    public enum Stream: Int32, Sendable {
        case output = 1
        case error = 2
    }

    /// Whether a person watches.
    public let isTerminal: Bool
    /// Its columns; nil where nobody watches.
    public let width: Int?
    /// Whether colours are used.
    public let colour: Bool

    /// Describes a stream by what is known about it.
    public init(
        isTerminal: Bool, columns: Int?, choice: ColourChoice = .auto,
        environment: [String: String] = [:]
    ) {
        self.isTerminal = isTerminal
        let told = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        width = isTerminal ? (columns ?? told ?? 80) : nil
        let isPlain =
            environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        switch choice {
        case .always: colour = true
        case .never: colour = false
        case .auto: colour = isTerminal && !isPlain
        }
    }

    /// Looks at a stream of this process.
    public static func current(
        _ stream: Stream, choice: ColourChoice = .auto, environment: [String: String]
    ) -> Terminal {
        Terminal(
            isTerminal: isatty(stream.rawValue) == 1, columns: columns(of: stream),
            choice: choice, environment: environment)
    }

    /// The look of texts on this stream.
    public func style(showsCalls: Bool = false) -> TextStyle {
        TextStyle(colour: colour, width: width, showsCalls: showsCalls)
    }

    private static func columns(of stream: Stream) -> Int? {
        var size = winsize()
        let answer = unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size)
        return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}

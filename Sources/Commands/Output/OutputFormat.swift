public import Documents

/// Something a command shows on stdout, in every format.
public protocol Showable {
    /// What a person reads, ending in a line break unless empty.
    func text(_ style: TextStyle) -> String
    /// The same as data.
    var json: Value { get }
}

/// The formats of `--format`.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, json

    /// What goes to stdout: the one place that tells the formats apart.
    public func show(_ thing: some Showable, style: TextStyle) -> Rendering {
        switch self {
        case .text: .text(thing.text(style))
        case .json: .json(thing.json)
        }
    }
}

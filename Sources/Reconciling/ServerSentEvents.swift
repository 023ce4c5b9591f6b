// In: the bytes of a `text/event-stream` as they arrive, cut anywhere. Out: its events, whole.
// Never: waiting, reading or connecting again.

/// One event of a stream.
public struct ServerSentEvent: Sendable, Hashable {
    /// What `event:` says; `message` where it says nothing.
    public var name: String
    /// The lines of `data:`, joined by line feeds.
    public var data: String
    /// The last `id:` up to here; empty before the first one.
    public var id: String

    /// Describes an event.
    public init(name: String = "message", data: String, id: String = "") {
        self.name = name
        self.data = data
        self.id = id
    }
}

/// A parser of `text/event-stream` as the HTML standard has it (section 9.2.6).
///
/// What a stream leaves unfinished at its end is no event. Bytes that are not UTF-8 are replaced.
public struct ServerSentEvents: Sendable {
    /// What to send as `Last-Event-ID` when connecting again; empty before the first event's `id:`.
    public private(set) var lastID = ""
    /// How long the server asks to wait before connecting again.
    public private(set) var retry: Duration?
    /// How many bytes wait for the rest of their line or event.
    public var waiting: Int { line.count + data.utf8.count }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private var line: [UInt8] = []
    private var isFirstLine = true
    private var isAfterReturn = false
    private var name = ""
    private var data = ""
    private var id = ""

    /// Starts before the first byte.
    public init() {}

    /// Takes the next bytes, and tells the events that end in them.
    public mutating func read(_ bytes: some Sequence<UInt8>) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            defer { isAfterReturn = byte == UInt8(ascii: "\r") }
            switch byte {
            case UInt8(ascii: "\n") where isAfterReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let event = endLine() { events.append(event) }
            default: line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() -> ServerSentEvent? {
        if isFirstLine, line.starts(with: Self.mark) { line.removeFirst(Self.mark.count) }
        isFirstLine = false
        defer { line.removeAll(keepingCapacity: true) }
        if line.isEmpty { return endEvent() }
        readField()
        return nil
    }

    /// A line without a colon is a field without a value; one that starts with it is a comment.
    private mutating func readField() {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        let text = String(decoding: value, as: UTF8.self)
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "event": name = text
        case "data": data += text + "\n"
        case "id" where !value.contains(0): id = text
        case "retry" where !value.isEmpty && value.allSatisfy { $0 &- 0x30 < 10 }:
            retry = Int64(text).map { .milliseconds($0) } ?? retry
        default: break
        }
    }

    /// An event without data is none, though its `id:` counts.
    private mutating func endEvent() -> ServerSentEvent? {
        defer {
            name = ""
            data = ""
        }
        lastID = id
        guard !data.isEmpty else { return nil }
        return ServerSentEvent(
            name: name.isEmpty ? "message" : name, data: String(data.dropLast()), id: id)
    }
}

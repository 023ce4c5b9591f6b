// Floor 0. In: bytes with a name, and problems found in them. Out: values that describe a problem
// with its place, and the text a person reads. Never: files, terminals, throwing.

/// A named run of bytes that spans point into.
public struct Source: Sendable {
    /// The path as people should see it, relative to the project.
    public let name: String
    /// The bytes as read, never normalised.
    public let bytes: [UInt8]

    /// Names bytes that were read already.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Names a text.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}

/// All sources of one run, in the order they were added.
public struct Sources: Sendable {
    private var all: [Source] = []

    /// Starts with no source.
    public init() {}

    /// How many sources there are.
    public var count: Int { all.count }

    /// Adds a source and names it.
    public mutating func add(_ source: Source) -> SourceID {
        all.append(source)
        return SourceID(UInt32(all.count - 1))
    }

    /// The source of a number given by `add`.
    public subscript(_ id: SourceID) -> Source { all[Int(id.index)] }
}

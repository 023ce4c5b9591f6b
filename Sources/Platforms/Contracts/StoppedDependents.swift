/// What the platform stops where an object of a kind is deleted: objects that refer to it.
public struct StoppedDependents: Sendable, Hashable {
    /// The kind whose objects stop.
    public var kind: KindName
    /// The lifecycle value that they have afterwards.
    public var state: String
    /// What happens, in words.
    public var words: String

    /// Describes what stops.
    public init(_ kind: KindName, state: String, words: String) {
        self.kind = kind
        self.state = state
        self.words = words
    }
}

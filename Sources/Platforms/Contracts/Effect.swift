public import Documents

/// What a resource needs beside the fields of its file, and what a call of its own brings about:
/// the work of a step, a publication.
public struct Effect: Sendable, Hashable {
    /// What the platform shows of an effect.
    public enum Sight: Sendable, Hashable {
        case present, absent
        /// The platform does not show it, so that only the ledger knows of it.
        case unseen
    }

    /// Where a plan shows it, `steps.send_sports.work`.
    public var path: FieldPath
    /// What it is, in words: "the work of `send_sports`".
    public var words: String
    /// What the platform shows of it.
    public var sight: Sight
    /// What is live instead; nil where there is nothing.
    public var before: Value?
    /// What there is to be.
    public var after: Value

    /// Describes an effect.
    public init(
        _ path: FieldPath, words: String, sight: Sight, before: Value? = nil, after: Value
    ) {
        self.path = path
        self.words = words
        self.sight = sight
        self.before = before
        self.after = after
    }
}

extension [Call] {
    /// The effects that the calls bring about, each once, in the order of the calls.
    public var effects: [FieldPath] {
        compactMap(\.effect).reduce(into: []) { effects, path in
            if !effects.contains(path) { effects.append(path) }
        }
    }
}

public import Documents

/// What an answer to an earlier call shows where a call is not needed; where no such call was
/// answered, it is sent.
public struct Unless: Sendable, Hashable {
    /// Where the earlier answer, or a part of it, was captured.
    public var slot: Slot
    /// What it shows.
    public var shows: Condition
    /// The same in words, after "unless": `the draft shows its steps`.
    public var words: String
    /// What is told where the answer shows something else: `the draft came back without steps`.
    public var otherwise: String?

    /// Describes what makes a call needless.
    public init(
        _ slot: Slot, shows: Condition = .exists(.whole), words: String, otherwise: String? = nil
    ) {
        self.slot = slot
        self.shows = shows
        self.words = words
        self.otherwise = otherwise
    }
}

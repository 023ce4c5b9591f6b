/// What became of one row.
public struct Receipt: Sendable, Hashable {
    /// How a row ended.
    public enum Outcome: Sendable, Hashable {
        case done
        /// Refused or broken; with the message and the platform's request id.
        case failed(message: String, requestID: String?)
        /// Not carried out, because the platform keeps these fields otherwise than written.
        case blocked([KeptField])
        /// Not tried, because of another row.
        case skipped(becauseOf: Int)
        /// Not begun, because the run was stopped.
        case notStarted
    }

    /// The row's number.
    public var row: Int
    /// The resource.
    public var address: Address
    /// How it ended.
    public var outcome: Outcome
    /// How many writes were sent for it.
    public var writes: Int
    /// Where the platform kept something that means another thing than what was written.
    public var keptOtherwise: [KeptField]

    /// What an answer showed that a person should know, in words.
    public var remarks: [String]

    /// Describes what became of a row.
    public init(
        row: Int, address: Address, outcome: Outcome, writes: Int = 0,
        keptOtherwise: [KeptField] = [],
        remarks: [String] = []
    ) {
        self.row = row
        self.address = address
        self.outcome = outcome
        self.writes = writes
        self.keptOtherwise = keptOtherwise
        self.remarks = remarks
    }
}

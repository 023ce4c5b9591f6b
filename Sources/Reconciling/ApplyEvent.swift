public import Platforms

/// What an apply tells while it runs.
public enum ApplyEvent: Sendable {
    /// A row begins.
    case started(PlanRow)
    /// A row ended; with what went wrong, to be shown where the row is written.
    case finished(PlanRow, Receipt, failure: ReconcilingError?)
}

import Documents
import Platforms

/// What is told of a workflow beside its fields.
enum TenexWorkflowFact {
    /// The current version.
    static let version = Facts.Key<Value>("version")
    /// The superseded versions that are not archived.
    static let superseded = Facts.Key<[Value]>("superseded")
}

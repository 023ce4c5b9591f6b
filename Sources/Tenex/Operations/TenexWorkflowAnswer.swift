public import Documents

/// A workflow as the service shows it, with the standard names.
public struct TenexWorkflowAnswer: Sendable {
    private let raw: Object

    /// Reads a workflow.
    public init(_ raw: Object) { self.raw = raw }

    /// The inputs that it declares.
    public var inputs: Value? { raw["inputs"] }
    /// Its status; `active` where the service does not show it.
    public var status: String { raw["status"]?.text ?? "active" }
}

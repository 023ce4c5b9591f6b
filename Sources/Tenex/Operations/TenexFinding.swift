import Platforms

/// One thing that was found in comparing an account's table with a service's own document.
public struct TenexFinding: Sendable, Hashable {
    /// How the two stand.
    public enum State: String, Sendable { case ok, note, wrong }

    /// What was looked at: an operation, or a shape.
    public let subject: String
    /// How it is.
    public let state: State
    /// What was found.
    public let finding: String
    /// What may be meant, or what to do.
    public var help: String?
    /// What to write into `weir.yaml`, `paths.list_runs` and `/api/v1/flows/executions`.
    public var corrections: [TenexCorrection] = []
}

/// One entry of an account in `weir.yaml`.
public struct TenexCorrection: Sendable, Hashable {
    /// The keys that lead to it: `fields`, `Workflow`, `status`.
    public let keys: [String]
    /// What it says; nil for `null`.
    public let value: String?
}

public import Documents

/// A run as the service shows it, with the standard names.
public struct TenexRunAnswer: Sendable {
    private let raw: Object

    /// Reads a run.
    public init(_ run: Object) { raw = run }

    /// Its id; nil where the service does not show it.
    public var id: String? { raw["id"]?.text }
    /// How it stands; nil where the service does not say.
    public var status: TenexRunStatus? { raw["status"]?.text.map { TenexRunStatus($0) } }

    /// Runs, the newest first.
    public static func newestFirst(_ runs: [Value]) -> [Value] {
        func order(_ run: Value) -> (String, String) {
            (run["created_at"]?.text ?? "", run["id"]?.text ?? "")
        }
        return runs.sorted { order($0) > order($1) }
    }
}

public import Documents

/// A version of a workflow as the service shows it, with the standard names.
public struct TenexVersionAnswer: Sendable {
    /// All that the service shows.
    public let raw: Value

    /// Reads a version.
    public init(_ raw: Value) { self.raw = raw }

    /// Its number; nil where the service does not show it.
    public var number: Int64? { raw["version"]?.int }
    /// `current`, `superseded` or `archived`; nil where the service does not say.
    public var status: String? { raw["status"]?.text }
}

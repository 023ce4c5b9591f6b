public import Documents

/// A template of the gallery as the service shows it, with the standard names.
public struct TenexTemplateAnswer: Sendable {
    /// All that the service shows.
    public let raw: Value

    /// Reads a template.
    public init(_ raw: Value) { self.raw = raw }

    /// What it is asked for by.
    public var slug: String { raw["slug"]?.text ?? "" }
    /// What people call it; nil where it has no title.
    public var title: String? { raw["title"]?.text }
    /// What it is for.
    public var category: String? { raw["category"]?.text }
    /// The inputs that it declares.
    public var inputs: Value? { raw["inputs"] }
}

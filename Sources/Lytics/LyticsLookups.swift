import Platforms

/// What Lytics only lets us read.
extension LookupKind {
    static let segments = LookupKind(
        name: .segment, namedBy: ["slug_name", "name"],
        summary: "A group of people, by slug or name.")
    static let providers = LookupKind(
        name: .provider, namedBy: ["slug", "name"],
        summary: "An external system, by slug or name.")
    static let workflows = LookupKind(
        name: .workflow, namedBy: ["slug", "name"], summary: "What a job can do, by slug.")
}

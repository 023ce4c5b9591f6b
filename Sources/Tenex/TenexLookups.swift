import Platforms

/// What 10ex only lets us read.
extension LookupKind {
    static let agents = LookupKind(
        name: .tenexAgent, namedBy: ["name", "slug"], summary: "An agent, by its slug.")
    static let connectors = LookupKind(
        name: .tenexConnector, summary: "A connector, by `provider/role` or name.")
    static let segments = LookupKind(name: .tenexSegment, summary: "A segment, by name.")
    static let sequences = LookupKind(
        name: .tenexSequence, summary: "An email sequence, by name.")
    static let templates = LookupKind(
        name: .tenexTemplate, namedBy: ["title", "slug"],
        summary: "A template of workflows, by its slug.")
}

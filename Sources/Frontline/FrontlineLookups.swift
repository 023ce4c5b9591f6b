import Platforms

/// What Frontline only lets us read.
extension LookupKind {
    static let tools = LookupKind(name: .frontlineTool, summary: "A custom tool, by name.")
    static let models = LookupKind(
        name: .aiModel, namedBy: ["name", "externalId"],
        summary: "A model, by name or by its maker's name of it.")
    static let knowledgeBases = LookupKind(
        name: .knowledgeBase, summary: "A knowledge base, by name.")
    static let playbooks = LookupKind(name: .playbook, summary: "A playbook, by name.")
    static let recordTypes = LookupKind(
        name: .recordType, namedBy: ["name", "display_name"],
        summary: "A type of records of an object, by name.")
    /// Connected accounts have an alias, and may lack it; then the system that they are of says it.
    static let connectedAccounts = LookupKind(
        name: .connectedAccount, namedBy: ["alias", "toolkit"],
        summary: "An account elsewhere, by name.")
}

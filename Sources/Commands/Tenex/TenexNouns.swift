import Platforms

extension Noun {
    /// Workflows of 10ex, by name.
    static let workflow = Noun(
        kind: KindName("tenex", "workflow"), singular: "workflow", plural: "workflows",
        nameField: "name", isListedWhole: true)
    /// Triggers of 10ex, by name.
    static let trigger = Noun(
        kind: KindName("tenex", "trigger"), singular: "trigger", plural: "triggers",
        nameField: "name", isListedWhole: true)
    /// Runs of workflows, which no file describes, by id.
    static let run = Noun(
        kind: KindName("tenex", "run"), singular: "run", plural: "runs", nameField: "id",
        isListedWhole: true)
}

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
}

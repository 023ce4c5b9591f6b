import Platforms

extension Noun {
    /// Agents, by name.
    static let agent = Noun(
        kind: KindName("frontline", "agent"), singular: "agent", plural: "agents",
        nameField: "name", isListedWhole: true)
    /// Conversation flows, by name.
    static let conversation = Noun(
        kind: KindName("frontline", "flow"), singular: "flow", plural: "flows",
        nameField: "name", isListedWhole: true)
    /// Variables of an agent, by name.
    static let variable = Noun(
        kind: KindName("frontline", "variable"), singular: "variable", plural: "variables",
        nameField: "name", isListedWhole: true)
    /// Intents of an agent, by name.
    static let intent = Noun(
        kind: KindName("frontline", "intent"), singular: "intent", plural: "intents",
        nameField: "name", isListedWhole: true)
}

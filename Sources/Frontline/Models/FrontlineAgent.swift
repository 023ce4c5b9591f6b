import Documents
public import Platforms

/// A Frontline agent: its name, its settings, and whether it answers people.
public struct FrontlineAgent: Described {
    /// The name that people see.
    public var name = Written<String>()
    /// Whether it answers nobody.
    public var isOffline = Written<FrontlineOffline>()
    /// How it thinks and what it may use.
    public var agentSetting = Written<FrontlineAgentSetting>()
    /// The variables it owns; each is a resource of its own, so never part of the agent's value.
    public var variables = Written<[FrontlineOwnVariable]>()
    /// The intents it owns; each is a resource of its own, so never part of the agent's value.
    public var intents = Written<[FrontlineOwnIntent]>()

    /// An agent without fields.
    public init() {}

    /// Names every field of an agent.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see.", .required)
        fields.field(
            "isOffline", &isOffline, "`false` puts the agent live, `true` pauses it.", .lifecycle)
        fields.object(
            "agentSetting", &agentSetting, "How it thinks and what it may use; acts at once.",
            .settings)
        fields.list(
            "variables", &variables, key: "name",
            "What its flows read and capture, by name; a row each.", .children)
        fields.list(
            "intents", &intents, key: "name", "What people may want, by name; a row each.",
            .children)
    }
}

/// A variable as an agent's document has it.
public struct FrontlineOwnVariable: Described {
    /// The name in texts, without its braces.
    public var name = Written<String>()
    /// What it holds.
    public var details = Written<String>()
    /// What a captured value must match.
    public var pattern = Written<String>()

    /// A variable without fields.
    public init() {}

    /// Names every field that an author writes.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name in texts; else the key.", .none)
        fields.field("description", &details, "What it holds.", .none)
        fields.field("pattern", &pattern, "A regular expression for captured values.", .none)
    }
}

/// An intent as an agent's document has it.
public struct FrontlineOwnIntent: Described {
    /// The name that people see.
    public var name = Written<String>()
    /// What people want.
    public var details = Written<String>()
    /// How people say it.
    public var phrases = Written<[String]>()

    /// An intent without fields.
    public init() {}

    /// Names every field that an author writes.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see; else the key.", .none)
        fields.field("description", &details, "What people want.", .none)
        fields.field("phrases", &phrases, "How people say it, at least once.", .phrases)
    }
}

extension Rules {
    /// A list of what an agent owns, or a map by name.
    fileprivate static let children = none.or(.mapByKey)
}

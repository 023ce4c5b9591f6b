import Documents
import Platforms

/// A Frontline agent: its name, its settings, and whether it answers people.
struct FrontlineAgent: Described {
    var name = Written<String>()
    var isOffline = Written<FrontlineOffline>()
    var agentSetting = Written<FrontlineAgentSetting>()
    var variables = Written<[FrontlineOwnVariable]>()
    var intents = Written<[FrontlineOwnIntent]>()

    /// Names every field of an agent.
    mutating func describe(_ fields: inout some FieldVisitor) {
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
struct FrontlineOwnVariable: Described {
    var name = Written<String>()
    var details = Written<String>()
    var pattern = Written<String>()

    /// Names every field that an author writes.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name in texts; else the key.", .none)
        fields.field("description", &details, "What it holds.", .none)
        fields.field("pattern", &pattern, "A regular expression for captured values.", .none)
    }
}

/// An intent as an agent's document has it.
struct FrontlineOwnIntent: Described {
    var name = Written<String>()
    var details = Written<String>()
    var phrases = Written<[String]>()

    /// Names every field that an author writes.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see; else the key.", .none)
        fields.field("description", &details, "What people want.", .none)
        fields.field("phrases", &phrases, "How people say it, at least once.", .phrases)
    }
}

extension Rules {
    /// A list of what an agent owns, or a map by name.
    fileprivate static let children = none.or(.mapByKey)
}

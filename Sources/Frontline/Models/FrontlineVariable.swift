import Documents
import Platforms

/// A variable of an agent: what its flows read as `{name}` and capture into.
struct FrontlineVariable: Described {
    var agent = Written<String>()
    var name = Written<String>()
    var details = Written<String>()
    var pattern = Written<String>()

    /// Names every field of a variable.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "agent", &agent, to: .frontlineAgent, plain: .either, "The agent that owns it.",
            .immutable)
        fields.field("name", &name, "The name in texts, without its braces.", .required)
        fields.field("description", &details, "What it holds.", .none)
        fields.field("pattern", &pattern, "A regular expression for captured values.", .none)
    }
}

/// An intent of an agent: what people may want, and how they say it.
struct FrontlineIntent: Described {
    var agent = Written<String>()
    var name = Written<String>()
    var details = Written<String>()
    var phrases = Written<[String]>()

    /// Names every field of an intent.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "agent", &agent, to: .frontlineAgent, plain: .either, "The agent that owns it.",
            .immutable)
        fields.field("name", &name, "The name that people see.", .required)
        fields.field("description", &details, "What people want.", .none)
        fields.field("phrases", &phrases, "How people say it, at least once.", .phrases)
    }
}

extension Rules {
    /// A list whose order means nothing.
    static let set = Rules.with { $0.isUnordered = true }
    /// A list that is written, and whose order means nothing.
    static let phrases = Rules.with {
        $0.isRequired = true
        $0.isUnordered = true
    }
}

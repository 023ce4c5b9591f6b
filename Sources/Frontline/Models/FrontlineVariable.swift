import Documents
public import Platforms

/// A variable of an agent: what its flows read as `{name}` and capture into.
public struct FrontlineVariable: Described {
    /// The agent that owns it.
    public var agent = Written<String>()
    /// The name in texts, without its braces.
    public var name = Written<String>()
    /// What it holds.
    public var details = Written<String>()
    /// What a captured value must match.
    public var pattern = Written<String>()

    /// A variable without fields.
    public init() {}

    /// Names every field of a variable.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "agent", &agent, to: .frontlineAgent, plain: .either, "The agent that owns it.",
            .immutable)
        fields.field("name", &name, "The name in texts, without its braces.", .required)
        fields.field("description", &details, "What it holds.", .none)
        fields.field("pattern", &pattern, "A regular expression for captured values.", .none)
    }
}

/// An intent of an agent: what people may want, and how they say it.
public struct FrontlineIntent: Described {
    /// The agent that owns it.
    public var agent = Written<String>()
    /// The name that people see.
    public var name = Written<String>()
    /// What people want.
    public var details = Written<String>()
    /// How people say it.
    public var phrases = Written<[String]>()

    /// An intent without fields.
    public init() {}

    /// Names every field of an intent.
    public mutating func describe(_ fields: inout some FieldVisitor) {
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

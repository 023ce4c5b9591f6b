import Documents
public import Platforms

/// One way out that a model judges.
public struct FrontlineCondition: Described {
    /// The handle that edges leave by.
    public var handle = Written<String>()
    /// The condition in words, with `{variables}`.
    public var expression = Written<String>()

    /// A way without fields.
    public init() {}

    /// Names both fields.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("handleId", &handle, "The handle that an edge leaves by.", .required)
        fields.field(
            "expression", &expression, "The condition in words, with {variables}.", .required)
    }
}

/// A header or a query parameter.
public struct FrontlinePair: Described {
    /// Its name.
    public var key = Written<String>()
    /// Its value, with `{variables}`.
    public var value = Written<String>()

    /// A pair without fields.
    public init() {}

    /// Names both fields.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "Its name.", .required)
        fields.field("value", &value, "Its value, with {variables}.", .required)
    }
}

/// A variable that a model captures from the conversation, by name or id.
public struct FrontlineCapture: Described {
    /// Its name.
    public var name = Written<String>()
    /// Its id, where the name is not written.
    public var variable = Written<String>()

    /// A capture without fields.
    public init() {}

    /// Names both fields.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name of the variable.", .none)
        fields.reference(
            "id", &variable, to: .frontlineVariable, plain: .either,
            "The variable's id instead of its name.", .none)
    }
}

/// A variable that an API node captures from the answer.
public struct FrontlineAPICapture: Described {
    /// The name of the variable.
    public var key = Written<String>()
    /// The path into the answer; empty for all of it.
    public var path = Written<String>()
    /// Whether all of the answer is captured.
    public var isWhole = Written<Bool>()

    /// A capture without fields.
    public init() {}

    /// Names every field.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "The name of the variable.", .required)
        fields.field(
            "value", &path, "The path into the answer, such as data.items[0].id.",
            .defaulting(""))
        fields.field(
            "fullResponse", &isWhole, "Whether all of the answer is captured.", .off)
    }
}

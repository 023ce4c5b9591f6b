import Documents
import Platforms

/// One way out that a model judges.
struct FrontlineCondition: Described {
    var handle = Written<String>()
    var expression = Written<String>()

    /// Names both fields.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("handleId", &handle, "The handle that an edge leaves by.", .required)
        fields.field(
            "expression", &expression, "The condition in words, with {variables}.", .required)
    }
}

/// A header or a query parameter.
struct FrontlinePair: Described {
    var key = Written<String>()
    var value = Written<String>()

    /// Names both fields.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "Its name.", .required)
        fields.field("value", &value, "Its value, with {variables}.", .required)
    }
}

/// A variable that a model captures from the conversation, by name or id.
struct FrontlineCapture: Described {
    var name = Written<String>()
    var variable = Written<String>()

    /// Names both fields.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name of the variable.", .none)
        fields.reference(
            "id", &variable, to: .frontlineVariable, plain: .either,
            "The variable's id instead of its name.", .none)
    }
}

/// A variable that an API node captures from the answer.
struct FrontlineAPICapture: Described {
    var key = Written<String>()
    var path = Written<String>()
    var isWhole = Written<Bool>()

    /// Names every field.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("key", &key, "The name of the variable.", .required)
        fields.field(
            "value", &path, "The path into the answer, such as data.items[0].id.",
            .defaulting(""))
        fields.field(
            "fullResponse", &isWhole, "Whether all of the answer is captured.", .off)
    }
}

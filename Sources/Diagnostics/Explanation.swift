/// What a code means: its rule, and a document that breaks it.
public struct Meaning: Sendable, Equatable {
    /// What the rule asks for and why, in a few sentences.
    public let text: String
    /// A document that breaks the rule, where a short one exists.
    public let example: String?

    /// Says what a rule asks for.
    public init(_ text: String, example: String? = nil) {
        self.text = text
        self.example = example
    }
}

/// The long form of a rule, shown by `weir explain CODE`.
public struct Explanation: Sendable, Equatable {
    /// The rule's name, such as `yaml/duplicate-key`.
    public let code: String
    /// What the rule asks for and why, in a few sentences.
    public let text: String
    /// A document that breaks the rule, where a short one exists.
    public let example: String?

    /// Explains a code by what it means.
    public init(_ code: some DiagnosticCode, _ meaning: Meaning) {
        self.code = code.text
        text = meaning.text
        example = meaning.example
    }
}

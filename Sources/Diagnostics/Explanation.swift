/// The long form of a rule, shown by `weir explain CODE`.
public struct Explanation: Sendable, Equatable {
    /// The rule's name, such as `yaml/duplicate-key`.
    public let code: String
    /// What the rule asks for and why, in a few sentences.
    public let text: String
    /// A document that breaks the rule, where a short one exists.
    public let example: String?

    /// Explains a rule.
    public init(code: String, text: String, example: String? = nil) {
        self.code = code
        self.text = text
        self.example = example
    }
}

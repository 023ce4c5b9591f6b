/// A plan that cannot be read: of another format, or damaged.
public struct PlanFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as a rule.
    public let message: String

    /// Describes what is wrong.
    public init(_ message: String) { self.message = message }

    /// What is wrong.
    public var description: String { message }
}

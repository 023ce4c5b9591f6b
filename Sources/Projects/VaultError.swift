/// A secret could not be had.
public struct VaultError: Error, Sendable, Equatable {
    /// The secret; nil if a source as a whole is at fault.
    public let name: String?
    /// What is wrong; it never holds a value.
    public let message: String
    /// What to do about it.
    public let help: String
    /// Whether it could be had where the project is trusted.
    public var isOfTrust = false
    /// Other secrets that could not be had either.
    public var others: [VaultError] = []
}

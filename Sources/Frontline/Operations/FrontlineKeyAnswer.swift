public import Documents

/// Whose key it is, as the service tells it.
public struct FrontlineKeyAnswer: Sendable {
    private let raw: Value

    /// Reads what the service tells.
    public init(_ raw: Value) { self.raw = raw }

    /// The name of the account; nil where it has none.
    public var accountName: String? { raw["account"]?["name"]?.text }
    /// The id of the account; nil where the service does not tell it.
    public var accountID: Value? { raw["account"]?["id"] }
    /// Whether it is a person's key; a GENERAL key only reads agents and flows.
    public var isUser: Bool { raw["user"].map { !$0.isNull } ?? false }
    /// The address of the person.
    public var email: String? { raw["user"]?["email"]?.text }
}

public import Documents

/// An object like one that the ledger holds, which a write with a lost answer may have left.
public struct LikelyDouble: Sendable, Hashable {
    /// The resource.
    public var address: Address
    /// The id that the ledger holds.
    public var liveID: Value
    /// The id of the other one.
    public var otherID: Value
    /// When the other one was made, where the platform tells that.
    public var createdAt: Timestamp?

    /// Names two objects.
    public init(address: Address, liveID: Value, otherID: Value, createdAt: Timestamp? = nil) {
        self.address = address
        self.liveID = liveID
        self.otherID = otherID
        self.createdAt = createdAt
    }

    /// What is the case, in words.
    public var message: String {
        let made = createdAt.map { ", made at \($0)" } ?? ""
        return "`\(address)` is probably there twice: as `\(liveID.idText)`, which the ledger has, "
            + "and as `\(otherID.idText)`\(made) by a write whose answer was lost"
    }

    /// What to do about it.
    public static let help = "delete the one that is not wanted on the platform"
}

/// Which key made the digests of one environment.
public struct Keyring: Sendable, Equatable {
    /// What tells the key from others; never the key.
    public var fingerprint: String
    /// What is mixed into the key, so that no two ledgers have the same digests.
    public var salt: String

    /// Describes the key of an environment.
    public init(fingerprint: String, salt: String) {
        self.fingerprint = fingerprint
        self.salt = salt
    }
}

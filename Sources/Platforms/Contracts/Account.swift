public import Documents

/// One account of one platform as `weir.yaml` names it; it holds no token.
public struct Account: Sendable, Equatable {
    /// Its name, the first part of addresses.
    public var name: String
    /// The platform it is on.
    public var platform: String
    /// The base URL, without a slash at the end.
    public var url: String
    /// The secret that its token comes from, for messages.
    public var tokenName: String
    /// What else its entry says, such as `wire`.
    public var options: Object
    /// What answers told about it, such as the wire form in use.
    public var facts: Facts
    /// The platform's own id of it, once read.
    public var identity: String?

    /// Describes an account.
    public init(
        name: String, platform: String, url: String, tokenName: String, options: Object = [:],
        facts: Facts = Facts(), identity: String? = nil
    ) {
        self.name = name
        self.platform = platform
        self.url = url
        self.tokenName = tokenName
        self.options = options
        self.facts = facts
        self.identity = identity
    }
}

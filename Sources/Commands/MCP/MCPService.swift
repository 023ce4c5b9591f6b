/// What the tools of a server work with: fixed when it starts, whatever an assistant asks.
struct MCPService: Sendable {
    /// The project and where it speaks to the person.
    var session: Session
    /// The account of a platform, where the project has several.
    var account: String?
    /// Whether tools may write.
    var allowsWrites = false
    /// The client.
    var client: MCPClient
}

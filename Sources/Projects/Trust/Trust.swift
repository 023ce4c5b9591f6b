/// What may be done with secrets on this machine: what was trusted here, and what variables allow.
public struct Trust: Sendable {
    /// The variable that lists hosts that tokens may go to.
    public static let hostsVariable = "WEIR_TRUST_HOSTS"
    /// The variable that, as `1`, lets `secrets.command` of any project run.
    public static let commandVariable = "WEIR_ALLOW_COMMAND"

    private let store: TrustStore
    private let hosts: [ServerHost]
    private let allowsCommands: Bool

    /// Reads what is trusted.
    public init(_ variables: [String: String]) throws(TrustError) {
        store = try TrustStore.read(variables)
        allowsCommands = variables[Self.commandVariable] == "1"
        let words = (variables[Self.hostsVariable] ?? "").split { $0 == "," || $0.isWhitespace }
        var hosts: [ServerHost] = []
        for word in words {
            guard let host = ServerHost(String(word)) else {
                throw TrustError(
                    message: "`\(Self.hostsVariable)` holds `\(word)`, which is no host",
                    help: "give hosts with commas between them, as `api.example.com,10.0.0.5:8400`")
            }
            hosts.append(host)
        }
        self.hosts = hosts
    }

    /// Whether tokens may go to a host that a project names.
    public func allows(_ host: ServerHost, of text: TrustedText, _ project: Project) -> Bool {
        let isTrusted =
            hosts.contains { $0.covers(host) } || store.hosts.contains { $0.covers(host) }
        return isTrusted || holds(text, project)
    }

    /// Whether a project may run a command, and read a file outside its folder, for secrets.
    public func allowsSources(_ text: TrustedText, _ project: Project) -> Bool {
        allowsCommands || holds(text, project)
    }

    /// Whether a project was trusted with what it says now.
    private func holds(_ text: TrustedText, _ project: Project) -> Bool {
        trusted(project)?.text == text.digest
    }

    /// Whether a project was trusted when it said something else.
    public func heldBefore(_ text: TrustedText, _ project: Project) -> Bool {
        trusted(project).map { $0.text != text.digest } ?? false
    }

    private func trusted(_ project: Project) -> TrustStore.TrustedProject? {
        guard project.isWritten else { return nil }
        return store.projects.first {
            $0.folder == project.root && $0.environment == project.environment
        }
    }
}

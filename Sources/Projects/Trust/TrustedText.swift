import Crypto
import Documents
public import Platforms

/// What trust in a project holds for, in one environment: where its tokens go, where its secrets
/// come from, and its ledger.
public struct TrustedText: Sendable, Equatable {
    /// The hosts that are neither this machine nor a platform's own.
    public let hosts: [ServerHost]
    /// Where secrets come from.
    public let secrets: SecretSources
    /// Where the ledger is.
    public let ledger: String
    private let folder: String

    /// The text of a project.
    public init(_ project: Project, _ catalog: ProjectCatalog) {
        hosts = Set(project.accounts.compactMap { catalog.foreignHost(of: $0) }).sorted()
        secrets = project.secrets
        folder = project.root
        ledger = Self.short(project.ledger, in: folder)
    }

    /// The file of secrets as people write it; nil without one.
    public var dotenv: String? { secrets.dotenv.map { Self.short($0, in: folder) } }

    /// A path within the project's folder, or whole.
    private static func short(_ path: String, in folder: String) -> String {
        path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }

    /// What tells it from every other text.
    public var digest: String {
        let value: Value = [
            "command": .list(secrets.command.map { .text($0) }),
            "dotenv": dotenv.map { .text($0) } ?? .null,
            "environment": .list(secrets.passed.map { .text($0) }),
            "names": secrets.names.map { .list($0.map { .text($0) }) } ?? .null,
            "hosts": .list(hosts.map { .text($0.description) }), "ledger": .text(ledger),
        ]
        return Digester.hex(SHA256.hash(data: value.canonicalBytes))
    }
}

extension ProjectCatalog {
    /// The host that an account's token goes to; nil where that needs no trust.
    public func foreignHost(of account: Account) -> ServerHost? {
        guard let host = ServerHost(account.url), !host.isLoopback else { return nil }
        let own = platform(account.platform)?.defaults.url.flatMap { ServerHost($0) }
        return own?.covers(host) == true ? nil : host
    }
}

import ArgumentParser
import Diagnostics
import Documents
import Ledger
import Platforms

/// `weir ledger`: what we manage and what we did.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Show what is managed and what was done.",
        subcommands: [
            LedgerListCommand.self, LedgerShowCommand.self, LedgerHistoryCommand.self,
        ])
}

/// `weir ledger list`: every managed resource.
struct LedgerListCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every managed resource.")
    static let examples = ["ledger list", "ledger list --format json"]

    @OptionGroup var global: GlobalOptions
    @Option(help: OutputFormat.help) var format: OutputFormat = .text

    func run() async throws {
        try await global.session().run { session in
            let (ledger, scope) = try await session.openScope(for: .reading)
            let all = try await session.failing { try await ledger.resources(scope) }
            let managed = ManagedResources(all.values.sorted { $0.address < $1.address })
            session.console.data(format.show(managed, style: session.style()))
            return .done
        }
    }
}

/// What the ledger holds, a resource a line.
private struct ManagedResources: Showable {
    private let resources: [RecordedResource]

    init(_ resources: [RecordedResource]) { self.resources = resources }

    func text(_ style: TextStyle) -> String {
        let rows = resources.map {
            [$0.address.text, $0.liveID.text ?? $0.liveID.canonicalJSON, $0.file]
        }
        var table = Table(["address", "live id", "file"], rows: rows)
        table.ids = ["live id"]
        return table.text(style)
    }

    var json: Value { .list(resources.map(\.shown)) }
}

/// `weir ledger show ADDRESS`: everything recorded of one resource.
struct LedgerShowCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what is recorded of one resource.")
    static let examples = [
        "ledger show flow/welcome_series", "ledger show job/braze_welcome --env production",
    ]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The address.") var address: String

    func run() async throws {
        try await global.session().run { session in
            let (ledger, scope) = try await session.openScope(for: .reading)
            let all = try await session.failing { try await ledger.resources(scope) }
            let resource = try all.named(Address(address))
            session.console.data(.json(resource.shown))
            return .done
        }
    }
}

/// `weir ledger history`: every apply and destroy.
struct LedgerHistoryCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List every apply and destroy.")
    static let examples = ["ledger history", "ledger history --env production"]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await global.session().run { session in
            let (ledger, scope) = try await session.openScope(for: .reading)
            let runs = try await session.failing { try await ledger.history(scope) }
            let rows = runs.map {
                [
                    String($0.id), $0.startedAt, $0.command,
                    $0.endedAt == nil ? "interrupted" : $0.outcome,
                    String($0.planDigest.prefix(12)),
                ]
            }
            var table = Table(["run", "started", "command", "outcome", "plan"], rows: rows)
            table.ids = ["plan"]
            session.console.data(table.text(session.style()))
            return .done
        }
    }
}

extension RecordedResource {
    /// What people may see of it: digests are counted, never shown.
    var shown: Value {
        [
            "address": .text(address.text), "kind": .text(kind.description), "live_id": liveID,
            "fields": value, "given": .object(given), "secrets": .int(Int64(digests.count)),
            "protected": .bool(isProtected), "file": .text(file),
            "needs": .list(needs.map { .text($0.text) }),
        ]
    }
}

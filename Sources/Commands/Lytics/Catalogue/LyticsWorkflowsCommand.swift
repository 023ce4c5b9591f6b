import ArgumentParser
import Documents
import Lytics
import Platforms
import Reconciling

/// `weir lytics workflows`: what jobs can do.
struct LyticsWorkflowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflows", abstract: "List what jobs can do.",
        subcommands: [LyticsWorkflowsListCommand.self])
}

/// `weir lytics workflows list`: all of them, else those that jobs use.
struct LyticsWorkflowsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List workflows; those in use where the service has no list."
    )

    static let output = Listing.schema(Self.columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            var rows = try await listed(operation)
            if rows.isEmpty {
                let slugs = try await LyticsCatalogue(operation).workflowsInUse()
                rows = slugs.map { ["slug": .text($0)] }
                operation.session.console.talk(
                    "the service does not list workflows; these are the ones that jobs use")
            }
            rows.sort { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
            operation.show(Listing(columns: Self.columns, items: rows), reading)
            return .done
        }
    }

    /// What the service lists, with slugs of providers; nothing where it has no such list.
    private func listed(_ operation: Operation) async throws -> [Object] {
        let read = Read(LyticsCatalogueOperations.workflows, purpose: "the workflows")
        do throws(ReconcilingError) {
            let rows = try await operation.client.read(read).list ?? []
            return await named(rows.compactMap(\.object), operation)
        } catch {
            if case .refused(let refusal) = error.cause, [403, 404, 405].contains(refusal.status) {
                return []
            }
            throw Failure(.failed, error.diagnostic(while: .operating))
        }
    }

    private func named(_ rows: [Object], _ operation: Operation) async -> [Object] {
        let kind = KindName("lytics", "provider")
        let providers = (try? await operation.observe([], lookups: [kind]).lookups) ?? []
        let slugs = Dictionary(
            providers.map { ($0.id, $0.names.first ?? "") }, uniquingKeysWith: { $1 })
        return rows.map { row in
            var row = row
            row["provider"] = row["provider_id"].flatMap { slugs[$0] }.map { Value.text($0) }
            return row
        }
    }

    private static let columns: [Column<Object>] = [
        Column("slug", "slug", "What jobs call it.") { $0["slug"] ?? .null },
        Column("provider", "provider", "The system it works with.") { $0["provider"] ?? .null },
        Column(nil, "provider_id", "The id of that system.") { $0["provider_id"] ?? .null },
        Column(nil, "hidden", type: "boolean", "Whether Lytics leaves it out of its lists.") {
            $0["hidden"] ?? .null
        },
        Column(nil, "id", "Its id.") { $0["id"] ?? .null },
    ]
}

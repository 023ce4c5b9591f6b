import Lytics
import ArgumentParser
import Documents
import Platforms
import Reconciling

extension ResourceType {
    /// What jobs of Lytics can do, which nobody authors.
    static let lyticsWorkflow = ResourceType("lytics", "workflow")
}

/// `weir lytics workflows`: what jobs can do.
struct LyticsWorkflows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflows", abstract: "List what jobs can do.",
        subcommands: [ListCommand<List>.self])

    /// All of them, else those that jobs use.
    enum List: ListVerb {
        static let help = VerbHelp(
            .lyticsWorkflow, "list",
            "List workflows; those in use where the service has no list.")

        static let columns: [Column<Object>] = [
            .member("slug", "slug", "What jobs call it."),
            .member("provider", "provider", "The system it works with."),
            .member(nil, "provider_id", "The id of that system."),
            .member(nil, "hidden", type: "boolean", "Whether Lytics leaves it out of its lists."),
            .member(nil, "id", "Its id."),
        ]

        static func list(_ input: NoInput, _ context: Operation) async throws -> Listing<Object> {
            var rows = try await listed(context)
            if rows.isEmpty {
                rows = try await LyticsCatalogue(context).workflowsInUse()
                    .map { ["slug": .text($0)] }
                context.session.console.talk(
                    "the service does not list workflows; these are the ones that jobs use")
            }
            rows.sort { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
            return Listing(columns: columns, items: rows)
        }

        /// What the service lists, with slugs of providers; nothing where it has no such list.
        private static func listed(_ operation: Operation) async throws -> [Object] {
            let read = Read(LyticsCatalogueOperations.workflows, purpose: "the workflows")
            do throws(ReconcilingError) {
                let rows = try await operation.client.read(read).list ?? []
                return await named(rows.compactMap(\.object), operation)
            } catch {
                if case .refused(let refusal) = error.cause,
                    [403, 404, 405].contains(refusal.status)
                {
                    return []
                }
                throw Failure(.failed, error.diagnostic(while: .operating))
            }
        }

        private static func named(_ rows: [Object], _ operation: Operation) async -> [Object] {
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
    }
}

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
                rows = LyticsCatalogueOperations.workflows(
                    slugs: try await LyticsCatalogue(context).workflowsInUse())
                context.session.console.talk(
                    "the service does not list workflows; these are the ones that jobs use")
            }
            return Listing(columns: columns, items: rows)
        }

        /// What the service lists, with slugs of providers; nothing where it has no such list.
        private static func listed(_ operation: Operation) async throws -> [Object] {
            let read = Read(LyticsCatalogueOperations.workflows, purpose: "the workflows")
            do throws(ReconcilingError) {
                let answer = try await operation.client.read(read)
                return LyticsCatalogueOperations.workflows(
                    in: answer, providers: await providers(operation))
            } catch {
                if case .refused(let refusal) = error.cause,
                    [403, 404, 405].contains(refusal.status)
                {
                    return []
                }
                throw Failure(.failed, error.diagnostic(while: .operating))
            }
        }

        /// The slugs of the providers by id; none where they cannot be read.
        private static func providers(_ operation: Operation) async -> [Value: String] {
            let kind = KindName("lytics", "provider")
            let providers = (try? await operation.observe([], lookups: [kind]).lookups) ?? []
            return Dictionary(
                providers.map { ($0.id, $0.names.first ?? "") }, uniquingKeysWith: { $1 })
        }
    }
}

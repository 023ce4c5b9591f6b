import ArgumentParser
import Documents
import Frontline
import Platforms
import Reconciling

/// `weir frontline flows clone FLOW --to AGENT`: prints a document that can be committed.
struct FrontlineFlowsCloneCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone", abstract: "Print a flow as a document for another agent.",
        discussion: """
            Nothing is written: redirect the output into a file of a project and apply it. Ids \
            become names, and the copy begins as a draft.
            """)

    static let examples = [
        "frontline flows clone order_status --to sales",
        "frontline flows clone 268102 --to sales --id sales_orders",
    ]

    @OptionGroup var flow: FrontlineFlowArgument
    @Option(
        help: "The agent that gets the copy; else the flow's own.",
        completion: LiveIDs.completion(.agent))
    var to: String?
    @Option(help: "The document's id; else made of the name.") var id: String?

    func run() async throws {
        try await flow.open("frontline", nil) { context in
            let operation = context.operation
            let target = try await target(context)
            let names = try await FrontlineCloneNames(context).read()
            var document = FrontlineFlowDocument(
                context.observed, to: reference(to: target.agent), names: names)
            let id = id ?? FrontlineFlowDocument.slug(context.flow.name)
            operation.session.console.data(document.yaml(id: id))
            for (node, header, secret) in document.secrets {
                operation.session.console.talk(
                    "the header `\(header)` of `\(node)` may be a credential: it became "
                        + "`${secret.\(secret)}`")
            }
            return .done
        }
    }

    private func target(_ context: FrontlineFlowContext) async throws -> FrontlineAgentContext {
        guard let to else { return context.owner }
        return try await FrontlineAgentContext.find(to, flow: nil, context.operation)
    }

    /// The agent's address where a file manages it, else its name.
    private func reference(to agent: LiveObject) -> String {
        guard let address = agent.recorded?.address else { return agent.name }
        return "${\(address.type)/\(address.id)}"
    }
}

/// The names of what a flow refers to.
struct FrontlineCloneNames {
    private let context: FrontlineFlowContext

    init(_ context: FrontlineFlowContext) { self.context = context }

    /// Reads the lists that the flow refers to, and no others.
    func read() async throws -> FrontlineFlowDocument.Names {
        let kinds = FrontlineFlowDocument.referred(in: context.observed)
        let lookups = Set(context.operation.client.platform.lookups.map(\.name))
        var names: FrontlineFlowDocument.Names = [:]
        let seen = try await context.operation.observe([], lookups: kinds.intersection(lookups))
        for row in seen.lookups {
            names[row.kind, default: [:]][row.id.text ?? row.id.canonicalJSON] = row.names.first
        }
        if kinds.contains(ResourceType.intent.kind) {
            names[ResourceType.intent.kind] = Self.names(try await context.owner.objects(.intent))
        }
        if kinds.contains(ResourceType.variable.kind) {
            names[ResourceType.variable.kind] = Self.names(
                try await context.owner.objects(.variable))
        }
        if kinds.contains(ResourceType.agent.kind) {
            let agents = try await FrontlineAccount(operation: context.operation).agents()
            names[ResourceType.agent.kind] = Self.names(agents)
        }
        return names
    }

    private static func names(_ resources: [ObservedResource]) -> [String: String] {
        Dictionary(
            resources.compactMap { resource in
                Catalog.kind(resource.kind)?.objectName(in: resource.value).map {
                    (resource.liveID.text ?? resource.liveID.canonicalJSON, $0)
                }
            }
        ) { first, _ in first }
    }
}

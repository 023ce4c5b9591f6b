import ArgumentParser
import Documents
import Frontline
import Platforms
import Reconciling

/// `weir frontline flows clone FLOW --to AGENT`: prints a document that can be committed.
struct FrontlineFlowsCloneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone", abstract: "Print a flow as a document for another agent.",
        discussion: """
            Nothing is written: redirect the output into a file of a project and apply it. Ids \
            become names, and the copy begins as a draft.
            """)

    @OptionGroup var flow: FrontlineFlowArgument
    @Option(
        help: "The agent that gets the copy; else the flow's own.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var to: String?
    @Option(help: "The document's id; else made of the name.") var id: String?

    func run() async throws {
        try await flow.run { place in
            let operation = place.operation
            let target = try await target(place)
            let names = try await FrontlineCloneNames(place).read()
            var document = FrontlineFlowDocument(
                place.observed, to: reference(to: target.agent), names: names)
            let id = id ?? FrontlineFlowDocument.slug(place.flow.name)
            operation.session.console.data(document.yaml(id: id))
            for (node, header, secret) in document.secrets {
                operation.session.console.talk(
                    "the header `\(header)` of `\(node)` may be a credential: it became "
                        + "`${secret.\(secret)}`")
            }
            return .done
        }
    }

    private func target(_ place: FrontlineFlowPlace) async throws -> FrontlineAgentPlace {
        guard let to else { return place.place }
        return try await FrontlineAgentPlace.find(to, flow: nil, place.operation)
    }

    /// The agent's address where a file manages it, else its name.
    private func reference(to agent: Found) -> String {
        guard let address = agent.recorded?.address else { return agent.name }
        return "${\(address.type)/\(address.id)}"
    }
}

/// The names of what a flow refers to.
struct FrontlineCloneNames {
    private let place: FrontlineFlowPlace

    init(_ place: FrontlineFlowPlace) { self.place = place }

    /// Reads the lists that the flow refers to, and no others.
    func read() async throws -> FrontlineFlowDocument.Names {
        let kinds = FrontlineFlowDocument.referred(in: place.observed)
        let lookups = Set(place.operation.client.platform.lookups.map(\.name))
        var names: FrontlineFlowDocument.Names = [:]
        let seen = try await place.operation.observe([], lookups: kinds.intersection(lookups))
        for row in seen.lookups {
            names[row.kind, default: [:]][row.id.text ?? row.id.canonicalJSON] = row.names.first
        }
        if kinds.contains(Noun.intent.kind) {
            names[Noun.intent.kind] = Self.names(try await place.place.intents())
        }
        if kinds.contains(Noun.variable.kind) {
            names[Noun.variable.kind] = Self.names(try await place.place.variables())
        }
        if kinds.contains(Noun.agent.kind) {
            let agents = try await FrontlineAgentPlace.agents(place.operation)
            names[Noun.agent.kind] = Self.names(agents)
        }
        return names
    }

    private static func names(_ resources: [ObservedResource]) -> [String: String] {
        Dictionary(
            resources.compactMap { resource in
                resource.raw["name"]?.text.map {
                    (resource.liveID.text ?? resource.liveID.canonicalJSON, $0)
                }
            }
        ) { first, _ in first }
    }
}

import ArgumentParser
import Diagnostics
import Documents
import Flows
import Platforms
import Projects

/// `weir graph ADDRESS…`: draws flows of the project's files.
struct GraphCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw flows of your files as step chains.")

    static let output = OutputSchema.list(of: FlowGraph.schema)
    static let examples = [
        "graph flow/welcome_series", "graph flow/welcome_series --format mermaid",
    ]

    @OptionGroup var global: GlobalOptions
    @Option(help: "How to print: text, json, mermaid or dot.") var format: DrawingFormat = .text
    @Argument(help: "The addresses of flows.", completion: ProjectCompletion.flows) var addresses:
        [String]

    func run() async throws {
        try await global.session().run { session in
            let project = try await session.loadProject()
            var drawings: [(head: [String], graph: FlowGraph)] = []
            for address in addresses {
                let resource = try Self.find(address, project)
                guard let graph = Catalog.kind(resource.kind)?.graph(of: resource) else {
                    throw Failure(
                        .wrongUsage,
                        .error(OperatingCode.graphNoFlow, "`\(resource.address)` is no flow"))
                }
                let place = project.sources.place(of: resource.span)
                drawings.append((["\(resource.address)  \(place.file):\(place.line)"], graph))
            }
            session.console.data(
                format.show(
                    drawings, json: .list(drawings.map(\.graph.json)), style: session.style()))
            return .done
        }
    }

    /// The resource of an address, whose account may be left out.
    private static func find(_ word: String, _ project: Project) throws -> Resource {
        let full = project.accounts.map { "\($0.name)/\(word)" } + [word]
        let found = project.resources.filter { full.contains($0.address.text) }
        if found.count == 1 { return found[0] }
        let flows = project.resources.map(\.address).filter { $0.type == "flow" }
        let short = flows.map { "\($0.type)/\($0.id)" }
        let nearest = Suggestion.nearest(to: word, among: short + flows.map(\.text))
        throw Failure(
            .wrongUsage,
            .error(
                OperatingCode.graphUnknownAddress, "no document has the address `\(word)`",
                help: nearest.map { "did you mean `\($0)`?" }))
    }
}

extension FlowGraph {
    /// The graph as data: nodes and edges as they stand in the document.
    var json: Value {
        [
            "nodes": .list(
                nodes.map { node in
                    [
                        "key": .text(node.key), "label": .text(node.label),
                        "role": .text(node.role.rawValue), "detail": .text(node.detail),
                    ]
                }),
            "edges": .list(
                edges.map { edge in
                    [
                        "from": .text(edge.from), "to": .text(edge.to),
                        "label": .text(edge.label), "condition": .text(edge.condition),
                        "share": edge.share.map { .double($0) } ?? .null,
                    ]
                }),
        ]
    }

    /// The schema of `json`.
    static let schema: Value = OutputSchema.object([
        .init("nodes", "array", "The places a person can be in, with key, label, role and detail."),
        .init("edges", "array", "The ways between them, with label, condition and share."),
    ])
}

import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows graph [FLOW]`: the draft as a drawing, or as data.
struct FrontlineFlowsGraphCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw the conversation of a flow, as its draft has it.")

    static let examples = [
        "frontline flows graph order_status --agent support",
        "frontline flows graph 268102 --format mermaid",
    ]
    static let output: Value = [
        "type": "object", "required": ["nodes"],
        "properties": [
            "entityId": ["type": "integer", "description": "The flow's id."],
            "nodes": ["type": "array", "description": "The nodes with the edges at them."],
        ],
    ]

    @OptionGroup var flow: FrontlineFlowArgument
    @Option(help: "How to print: text, json, mermaid or dot.") var format: DrawingFormat = .text
    @Flag(help: "A table of the nodes.") var table = false

    func run() async throws {
        try await flow.open("frontline", nil) { context in
            let session = context.operation.session
            if table {
                var style = session.style()
                if style.width == nil { style.width = .max }
                session.console.data(FrontlineNodes.List.list(NoInput(), context).text(style))
                return .done
            }
            let graph = FrontlineFlowOperations.graph(of: context.observed)
            session.console.data(
                format.show(
                    [(FrontlineFlowHead(context: context).lines, graph)], json: context.graph,
                    style: session.style()))
            return .done
        }
    }
}

/// The lines above the drawing of a flow.
struct FrontlineFlowHead {
    let context: FrontlineFlowContext

    var lines: [String] {
        var lines = ["\(context.flow.name) (\(context.flow.id)): \(context.status), \(published)"]
        let details = FrontlineFlowOperations.details(in: context.flow.raw)
        if !details.isEmpty { lines.append(details) }
        lines += FrontlineFlowOperations.notes(on: context.observed)
        lines.append("belongs to \(context.owner.agent.title)")
        if let recorded = context.flow.recorded {
            let file = ManagedPlace.text(of: recorded, in: context.operation)
            lines.append("managed by \(recorded.address) (\(file))")
        }
        return lines
    }

    private var published: String {
        context.liveSnapshot == nil ? "nothing is published" : "published; this is the draft"
    }
}

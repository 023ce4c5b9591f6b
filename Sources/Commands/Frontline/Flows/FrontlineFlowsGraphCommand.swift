import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows graph [FLOW]`: the draft as a drawing, or as data.
struct FrontlineFlowsGraphCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw the conversation of a flow, as its draft has it.")

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
        try await flow.run { place in
            let session = place.operation.session
            if table {
                var style = session.style()
                if style.width == nil { style.width = .max }
                let nodes = FrontlineNodeColumns.rows(of: place)
                let list = Listing(columns: FrontlineNodeColumns.all, items: nodes)
                session.console.data(list.text(style))
                return .done
            }
            let graph = FrontlineFlowOperations.graph(of: place.observed)
            session.console.data(
                format.show(
                    [(FrontlineFlowHead(place: place).lines, graph)], json: place.graph,
                    style: session.style()))
            return .done
        }
    }
}

/// The lines above the drawing of a flow.
struct FrontlineFlowHead {
    let place: FrontlineFlowPlace

    var lines: [String] {
        var lines = ["\(place.flow.name) (\(place.flow.id)): \(place.status), \(published)"]
        if let text = place.flow.raw["description"]?.text, !text.isEmpty { lines.append(text) }
        lines += FrontlineFlowOperations.notes(on: place.observed)
        lines.append("belongs to \(place.place.agent.title)")
        if let recorded = place.flow.recorded {
            let file = ManagedPlace.text(of: recorded, in: place.operation)
            lines.append("managed by \(recorded.address) (\(file))")
        }
        return lines
    }

    private var published: String {
        place.liveSnapshot == nil ? "nothing is published" : "published; this is the draft"
    }
}

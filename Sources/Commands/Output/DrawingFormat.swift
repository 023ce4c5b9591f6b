import ArgumentParser
import Documents
import Flows

/// The formats in which flows are drawn.
enum DrawingFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    case text, json, mermaid, dot

    /// Drawings one after the other; the lines above each are for people alone.
    func show(
        _ drawings: [(head: [String], graph: FlowGraph)], json: @autoclosure () -> Value,
        style: TextStyle
    ) -> Rendering {
        switch self {
        case .text: .text(Self.text(drawings, style))
        case .json: .json(json())
        case .mermaid:
            .text(drawings.map { FlowDrawing.mermaid($0.graph) }.joined(separator: "\n"))
        case .dot: .text(drawings.map { FlowDrawing.dot($0.graph) }.joined(separator: "\n"))
        }
    }

    private static func text(
        _ drawings: [(head: [String], graph: FlowGraph)], _ style: TextStyle
    ) -> String {
        drawings.map { head, graph in
            let lines = head.flatMap { style.lines("", $0) }.map { $0 + "\n" }.joined()
            let drawing = FlowDrawing.text(graph, width: style.width ?? 80)
            return lines.isEmpty ? drawing : "\(lines)\n\(drawing)"
        }.joined(separator: "\n")
    }
}

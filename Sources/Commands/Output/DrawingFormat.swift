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
    ) -> String {
        switch self {
        case .text:
            drawings.map { head, graph in
                let lines = head.flatMap { style.lines("", $0) }.map { $0 + "\n" }.joined()
                let drawing = FlowDrawing.text(graph, width: style.width ?? 80)
                return lines.isEmpty ? drawing : "\(lines)\n\(drawing)"
            }.joined(separator: "\n")
        case .json: json().prettyJSON + "\n"
        case .mermaid: drawings.map { FlowDrawing.mermaid($0.graph) }.joined(separator: "\n")
        case .dot: drawings.map { FlowDrawing.dot($0.graph) }.joined(separator: "\n")
        }
    }
}

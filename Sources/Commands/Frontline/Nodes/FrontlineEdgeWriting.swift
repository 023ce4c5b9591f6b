import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline flows edges add`: leads a way out of a node to another node.
struct FrontlineEdgesAddCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an edge, or lead a way out elsewhere.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The node it leaves: a key, a label or an id.") var source: String
    @Option(help: "The way out it takes.") var sourceHandle = "default"
    @Option(help: "The node it leads to: a key, a label or an id.") var target: String
    @Option(help: "The way in it takes.") var targetHandle = "default"

    func run() async throws {
        try await flow.run { place in
            let (from, to) = (try place.node(source), try place.node(target))
            let edge = FrontlineNodeEdge(
                source: from.id, sourceHandle: sourceHandle, target: to.id,
                targetHandle: targetHandle)
            let old = from.edges.first { $0.sourceHandle == sourceHandle }
            let call = FrontlineFlowOperations.addEdge(
                edge, in: place.observed, at: place.flow.address)
            let replaced = old.map { edge in
                "it replaces the edge that led to `\(place.key(of: edge.target))`"
            }
            let intent = place.draftWrite(
                "add", edge.title(in: place), id: "\(from.key) \(sourceHandle)", [call],
                done: "added", consequences: [replaced].compactMap(\.self))
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows edges add")
        }
    }
}

/// `weir frontline flows edges remove`: a way out of a node leads nowhere any more.
struct FrontlineEdgesRemoveCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an edge.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The node it leaves: a key, a label or an id.") var source: String
    @Option(help: "The way out it takes.") var sourceHandle = "default"
    @Option(help: "The node it leads to, where that is to be made sure of.") var target: String?
    @Option(help: "The way in it takes.") var targetHandle = "default"

    func run() async throws {
        try await flow.run { place in
            let from = try place.node(source)
            let to = try target.map { try place.node($0) }
            let edge = from.edges.first { edge in
                edge.sourceHandle == sourceHandle && (to.map { $0.id == edge.target } ?? true)
            }
            guard let edge else { return says(from, place) }
            let call = FrontlineFlowOperations.removeEdge(
                edge, in: place.observed, at: place.flow.address)
            let intent = place.draftWrite(
                "remove", edge.title(in: place), id: "\(from.key) \(sourceHandle)", [call],
                done: "removed",
                consequences: ["the conversation ends at `\(from.key)` where it took this way"])
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows edges remove")
        }
    }

    private func says(_ from: FrontlineLiveNode, _ place: FrontlineFlowPlace) -> ExitStatus {
        let session = place.operation.session
        session.console.talk(
            "no such edge leaves `\(from.key)` by `\(sourceHandle)`; nothing was sent")
        session.console.data(writing.format.show(Written(), style: session.style()))
        return .done
    }
}

extension FrontlineNodeEdge {
    /// ``edge `ask` → `tell` by `default` ``.
    fileprivate func title(in place: FrontlineFlowPlace) -> String {
        let (from, to) = (place.key(of: source), place.key(of: target))
        return "edge `\(from)` → `\(to)` by `\(sourceHandle)`"
    }
}

import ArgumentParser
import Diagnostics
import Documents
import Frontline
import Platforms

/// `weir frontline flows nodes create --data JSON`: makes a node in the draft.
struct FrontlineNodesCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a node in the draft of a flow.",
        discussion: """
            The payload is the platform's own JSON, with or without `{"node": …}` around it. \
            `name` carries the node's key, by which files and commands know it; without one the \
            `nodeId` is used. A START is there from the beginning and only named.
            """)

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var data: FrontlineDataOptions
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await flow.run { place in
            let given = try data.object(place.operation.session, of: .conversation, as: "node")
            let draft = FrontlineNodeDraft(given, among: place.nodes)
            let command = "frontline flows nodes create"
            if let start = start(draft, place) {
                guard let intent = naming(start, draft, place) else { return says(start, place) }
                return try await place.operation.carryOut([intent], writing, command: command)
            }
            try refuseTaken(draft, place)
            return try await place.operation.carryOut(
                [making(draft, place)], writing, command: command)
        }
    }

    private func making(_ draft: FrontlineNodeDraft, _ place: FrontlineFlowPlace) -> Intent {
        let address = place.flow.address
        let made = Slot(address.text, "node.\(draft.key)")
        let call = FrontlineFlowOperations.createNode(
            draft.body, in: place.observed, at: address, made: made)
        var intent = place.draftWrite(
            "make", "node `\(draft.key)`", id: draft.key, [call], done: "made")
        intent.made = made
        return intent
    }

    private func refuseTaken(_ draft: FrontlineNodeDraft, _ place: FrontlineFlowPlace) throws {
        guard place.nodes.contains(where: { $0.key == draft.key }) else { return }
        throw Failure(
            .failed,
            .error(
                "operate/exists-already",
                "\(place.flow.title) has a node of this key already: `\(draft.key)`",
                help: "change it with `weir frontline flows nodes update \(draft.key)`, or give "
                    + "another `name`"))
    }

    // The START that every default flow is born with

    private func start(
        _ draft: FrontlineNodeDraft, _ place: FrontlineFlowPlace
    ) -> FrontlineLiveNode? {
        guard draft.body["type"] == "START" else { return nil }
        return place.nodes.first { $0.type == "START" }
    }

    private func naming(
        _ start: FrontlineLiveNode, _ draft: FrontlineNodeDraft, _ place: FrontlineFlowPlace
    ) -> Intent? {
        guard start.key != draft.key else { return nil }
        let call = FrontlineFlowOperations.updateNode(
            .text(start.id), ["name": .text(draft.key)], in: place.observed,
            at: place.flow.address)
        return place.draftWrite(
            "name", "START node `\(draft.key)`", id: start.id, [call], done: "named",
            consequences: ["the flow was born with its START, so none is made"])
    }

    private func says(
        _ start: FrontlineLiveNode, _ place: FrontlineFlowPlace
    ) -> ExitStatus {
        let session = place.operation.session
        session.console.talk(
            "\(place.flow.title) was born with its START node `\(start.key)`; nothing was sent")
        session.console.data(writing.format.show(Written(), style: session.style()))
        return .done
    }
}

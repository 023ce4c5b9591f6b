import Diagnostics
import Documents
import Frontline
import Platforms

/// One flow as a command reaches it, with its draft graph.
struct FrontlineFlowContext: OperatingContext {
    typealias List = FrontlineListOptions

    /// The agent that it belongs to.
    let owner: FrontlineAgentContext
    let flow: LiveObject
    /// The graph as answered.
    let graph: Value

    var operation: Operation { owner.operation }
    /// The flow as it was read.
    var observed: ObservedResource {
        guard let observed = flow.observed else {
            preconditionFailure("a flow is read before it is used")
        }
        return observed
    }
    /// The flow's state in the words of files.
    var status: String { FrontlineFlowOperations.status(of: observed) }
    /// The published snapshot; nil where nothing was published.
    var liveSnapshot: String? { FrontlineFlowOperations.liveSnapshot(in: flow.raw) }
    /// The nodes of the draft.
    var nodes: [FrontlineLiveNode] { FrontlineLiveNode.all(of: observed) }

    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        try await owner.objects(type)
    }

    /// The account with the vocabulary that its answers show.
    func speaking() async throws -> Account {
        var account = operation.account
        guard (account.options["api"]?.text ?? "auto") == "auto" else { return account }
        var word =
            FrontlineFlowOperations.dialect(in: .object(flow.raw))
            ?? FrontlineFlowOperations.dialect(in: graph)
        if word == nil {
            for other in try await owner.objects(.conversation) where word == nil {
                let request = FrontlineFlowOperations.graph(other.liveID, of: owner.id)
                let graph = try await operation.read(request, "the graph of a flow")
                word = FrontlineFlowOperations.dialect(in: graph)
            }
        }
        account.facts[FrontlineAccountFact.api] = word
        return account
    }

    /// A node that was given as JSON with ids in place of names; what belongs to an agent is the
    /// owner's.
    func resolving(_ node: Object) async throws -> Object {
        let agent = owner.id
        let inner = FrontlineNodeDraft.unwrapped(node)
        let types = flow.type.rules.shape.field("nodes")?.type
        guard case .list(.object(let shape), _) = types else { return node }
        return try await operation.resolving(inner, of: shape) { object in
            object.value["agent"].map { $0 == agent } ?? true
        }
    }

    /// The account with what a node that is given needs of it: its vocabulary, and its models.
    func speaking(of node: Object) async throws -> Account {
        let account = try await speaking()
        guard FrontlineAccountOperations.needsModels(node) else { return account }
        let models = try await operation.read(FrontlineAccountOperations.models, "the models")
        return FrontlineAccountOperations.having(models: models.list ?? [], account)
    }

    // Nodes

    /// The node that a key, a label or an id means.
    func node(_ word: String) throws -> FrontlineLiveNode {
        let found = FrontlineLiveNode.matching(word, among: nodes)
        if found.count == 1 { return found[0] }
        let all = nodes.map { "`\($0.key)`" }.joined(separator: ", ")
        if found.isEmpty {
            let nearest = Suggestion.nearest(to: word, among: nodes.map(\.key))
            throw Failure(
                .failed,
                .error(
                    OperatingCode.notFound, "\(flow.title) has no node `\(word)`",
                    notes: [nodes.isEmpty ? "it has no node" : "its nodes are \(all)"],
                    help: nearest.map { "did you mean `\($0)`?" }
                        ?? "keys, labels and node ids are taken"))
        }
        throw Failure(
            .failed,
            .error(
                OperatingCode.ambiguous, "\(found.count) nodes are called `\(word)`",
                notes: found.map { "`\($0.id)`" }, help: "give the id"))
    }

    /// The key of a node by its id.
    func key(of id: String) -> String { nodes.first { $0.id == id }?.key ?? id }

    // Writes

    /// A write to the draft, with what it means for people.
    func draftWrite(
        _ verb: String, _ what: String, id: String, _ calls: [Call],
        consequences: [String] = []
    ) -> PendingWrite {
        var write = PendingWrite(
            verb, flow, .update, calls, consequences: consequences + draftNotes)
        write.title = "\(what) of flow `\(flow.name)`"
        write.id = id
        return write
    }

    /// The command that publishes the draft.
    var publishing: String {
        "`weir frontline flows update \(flow.id) --status ACTIVE\(owner.option)`"
    }

    private var draftNotes: [String] {
        let draft =
            liveSnapshot == nil
            ? "it changes the draft; nothing is published before \(publishing)"
            : "it changes the draft; people keep what is published until \(publishing)"
        return [draft] + FrontlineFlowOperations.notes(on: observed)
            + ["no call takes it back: apply the old file again, or write the old node again"]
    }
}

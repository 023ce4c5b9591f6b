import Documents
import Frontline
import Platforms

/// Looks at what only the service can tell: whose key it is, its node types, its snapshots.
struct FrontlineDoctor {
    private let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    /// The kind of the key; a GENERAL key reads agents and flows only.
    func key() async throws -> Diagnosis {
        let key = FrontlineKeyAnswer(
            try await operation.read(FrontlineAccountOperations.me, "the account"))
        let name = key.accountName ?? "an account without a name"
        let number = key.accountID.map { " (\($0.text ?? $0.canonicalJSON))" } ?? ""
        guard key.isUser else {
            return Diagnosis(
                check: "key", state: .wrong,
                finding: "a GENERAL key of \(name)\(number): it reads agents and flows; variables, "
                    + "intents and every write are refused",
                help: "make a USER key in Frontline and give it as "
                    + "`\(operation.account.tokenName)`")
        }
        let person = key.email ?? "a person"
        return Diagnosis(
            check: "key", state: .ok, finding: "a USER key of \(person) in \(name)\(number)")
    }

    /// Whether the service's node types are those that Weir knows.
    func nodeTypes() async throws -> Diagnosis {
        let value = try await operation.read(
            FrontlineAccountOperations.nodeTypes, "the node types")
        let differences = FrontlineNodeTable.differences(value.list ?? [])
        guard differences.isEmpty else {
            return Diagnosis(
                check: "node types", state: .note,
                finding: differences.joined(separator: "; "),
                help: "see whether there is a newer Weir; flows with other types are not written")
        }
        let count = FrontlineNodeTable.types.count
        return Diagnosis(
            check: "node types", state: .ok,
            finding: "the service has the \(count) types of flows that Weir knows, with their ways")
    }

    /// What is published of a flow, and whether the graph that writes change is its draft.
    func snapshots(of context: FrontlineFlowContext) async throws -> [Diagnosis] {
        let check = "\(context.owner.agent.name) / \(context.flow.name) (\(context.flow.id))"
        let draft = try await nodes(of: context, .draft)
        var findings: [Diagnosis] = []
        if let graph = difference(FrontlineNodesAnswer(context.graph), draft) {
            findings.append(
                Diagnosis(
                    check: check, state: .wrong,
                    finding: "its graph is not its draft: \(graph)",
                    help: "plans compare with the graph, so look at the flow in the app"))
        }
        return findings + [try await published(check, draft, context)]
    }

    private func published(
        _ check: String, _ draft: FrontlineNodesAnswer, _ context: FrontlineFlowContext
    ) async throws -> Diagnosis {
        let publish = advice(on: context)
        guard let snapshot = context.liveSnapshot else {
            let isActive = context.status == "ACTIVE"
            return Diagnosis(
                check: check, state: isActive ? .wrong : .ok,
                finding: "\(context.status), nothing is published", help: isActive ? publish : nil)
        }
        let live = try await nodes(of: context, .live)
        guard let difference = difference(live, draft) else {
            return Diagnosis(
                check: check, state: .ok,
                finding: "\(context.status), the draft is published as `\(snapshot)`")
        }
        return Diagnosis(
            check: check, state: .note,
            finding: "\(context.status), the draft is not what is published as `\(snapshot)`: "
                + difference,
            help: publish)
    }

    /// What publishes the draft; where activating it just did not, only the app is left.
    private func advice(on context: FrontlineFlowContext) -> String {
        let isLeft =
            context.status == "ACTIVE"
            && FrontlineFlowOperations.isNewer(.object(context.flow.raw), thanDraft: context.graph)
        return isLeft
            ? "it was activated since its draft changed last, which did not publish it: publish it "
                + "in the app" : "\(context.publishing) publishes the draft"
    }

    private func nodes(
        of context: FrontlineFlowContext, _ snapshot: FrontlineSnapshot
    ) async throws -> FrontlineNodesAnswer {
        let request = FrontlineFlowOperations.get(
            context.flow.liveID, of: context.owner.id, nodes: snapshot)
        return FrontlineNodesAnswer(try await operation.read(request, "the nodes of the flow"))
    }

    /// Which nodes differ between two graphs; nil where none does.
    private func difference(
        _ left: FrontlineNodesAnswer, _ right: FrontlineNodesAnswer
    ) -> String? {
        let names = left.differences(from: right).map { "`\($0)`" }
        guard !names.isEmpty else { return nil }
        return names.joined(separator: ", ") + (names.count == 1 ? " differs" : " differ")
    }
}

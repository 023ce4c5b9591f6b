import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// The intents of an agent that are not deleted.
    static func intents(of agent: String, _ exchange: Exchange) -> [Object] {
        rows("frontline/intent", exchange.account.aid, exchange.store).filter {
            $0["assistantId"]?.text == agent
        }
    }

    /// The intents of an agent, each with the flow whose draft it triggers.
    static func shownIntents(of agent: String, _ exchange: Exchange) -> [Object] {
        let uses = flowsByIntent(of: agent, exchange)
        return intents(of: agent, exchange).map { shown(intent: $0, uses) }
    }

    /// One intent with the flow whose draft it triggers.
    static func shown(intent: Object, _ exchange: Exchange) -> Object {
        let agent = intent["assistantId"]?.text ?? ""
        return shown(intent: intent, flowsByIntent(of: agent, exchange))
    }

    private static func shown(intent: Object, _ uses: [Value: Value]) -> Object {
        let flow = intent["id"].flatMap { uses[$0] }
        return intent.visible.merging(["flowId": flow ?? .null])
    }

    /// The first flow that each intent triggers.
    static func flowsByIntent(of agent: String, _ exchange: Exchange) -> [Value: Value] {
        var uses: [Value: Value] = [:]
        for (flow, node) in draftNodes(of: agent, exchange) {
            for id in node["data"]?["intentIds"]?.list ?? [] where uses[id] == nil {
                uses[id] = flow
            }
        }
        return uses
    }

    /// Whether a draft captures into a variable, or names it where names are checked.
    static func isUsed(variable: Object, _ exchange: Exchange) -> Bool {
        let name = variable["name"]
        let nodes = draftNodes(of: variable["assistantId"]?.text ?? "", exchange)
        return nodes.contains { _, node in
            let data = node["data"] ?? .null
            let captured = data["captureVariables"]?.list ?? []
            let keys = data["variables"]?.list ?? []
            let isActivity = node["type"] == .some("CREATE_RECORD_ACTIVITY")
            let texts = isActivity ? [data["rowId"], data["content"]].compactMap(\.?.text) : []
            return captured.contains { $0["id"] == variable["id"] }
                || keys.contains { $0["key"] == name }
                || texts.flatMap(interpolated).contains { .text($0) == name }
        }
    }

    private static func draftNodes(
        of agent: String, _ exchange: Exchange
    ) -> [(flow: Value, node: Value)] {
        flows(of: agent, exchange).flatMap { flow in
            let id = flow["draftSnapshotId"]?.text ?? ""
            let nodes = exchange.store["frontline/graph", exchange.row(id)]?["nodes"]?.list ?? []
            return nodes.map { (flow["id"] ?? .null, $0) }
        }
    }

    /// The names that a text has in single braces.
    static func interpolated(_ text: String) -> [String] {
        var names: [String] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            if !name.isEmpty, part.dropFirst(name.count).first == "}" {
                names.append(String(name))
            }
        }
        return names
    }

    /// One page of a list, as variables and intents are listed.
    static func page(_ rows: [Object], _ exchange: Exchange) -> EmulatedResponse {
        let size = max(1, exchange.request.query("pageSize").flatMap { Int($0) } ?? 20)
        let page = max(1, exchange.request.query("pageNum").flatMap { Int($0) } ?? 1)
        let shown = rows.dropFirst((page - 1) * size).prefix(size)
        return .bare([
            "results": .list(shown.map { .object($0.visible) }),
            "count": .int(Int64(rows.count)), "pageSize": .int(Int64(size)),
            "pageNum": .int(Int64(page)), "paginationType": "offset",
            "totalPages": .int(Int64((rows.count + size - 1) / size)),
        ])
    }
}

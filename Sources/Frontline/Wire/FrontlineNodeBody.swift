import Documents
import Platforms

/// What is sent of one node.
struct FrontlineNodeBody {
    /// The node as the file wants it.
    let node: Value
    /// The agent that owns the flow.
    let agent: Value
    /// Where a layout puts it, unless the file says where.
    let position: Value?
    /// The node as the platform has it; nil where it is new.
    let live: Value?
    /// The address of the flow, under which what is kept is captured.
    let address: String
    let dialect: FrontlineDialect?
    let models: FrontlineModels

    private var key: String { node["key"]?.text ?? "" }

    /// A new node: its key as `name`, so that it is recognised whatever happens afterwards.
    var new: Value {
        var body: Object = [
            "name": .text(key), "type": node["type"] ?? .null,
            "position": node["position"] ?? position ?? ["positionX": 0, "positionY": 0],
        ]
        // An older contract wants an id; where neither is known to be in force, it is sent.
        let id = FrontlineSpelling.sentNodeID(key: key, nodeID: node["nodeId"]?.text)
        if dialect != .today, FrontlineSpelling.isNodeID(id) { body["nodeId"] = .text(id) }
        if dialect == .brief { body["alias"] = node["alias"] }
        body["data"] = data
        return .object(body)
    }

    /// A node that is there: its data are sent whole, since an update may replace them whole.
    var changed: Object {
        var body = changedLabels
        body["data"] = data
        return body
    }

    /// What is not data of a node that is there.
    var changedLabels: Object {
        var body: Object = [:]
        for name in ["alias", "position"] { body[name] = node[name] }
        return body
    }

    /// The data with what the file leaves out as it is; a START has none.
    private var data: Value? {
        guard node["type"] != "START" else { return nil }
        var data = own
        for path in kept {
            data = Value.object(data).setting(path, to: .captured(slot(path))).object ?? data
        }
        data["type"] = node["type"]
        if node["type"] == "RESPONSE_AI", data["assistantId"]?.isNull ?? true {
            data["assistantId"] = agent
        }
        return .object(filled(data))
    }

    /// What the file says of the data, its model in every way that the service knows.
    private var own: Object {
        models.completing((node["data"]?.object ?? [:]).mapping(Self.number))
    }

    /// The paths of live data that the file says nothing about.
    ///
    /// They are captured just before the node is written, and so stand in no plan.
    var kept: [[String]] {
        guard let live = live?["data"]?.object, node["type"] != "START" else { return [] }
        let ours = own
        return live.members.flatMap { member -> [[String]] in
            if ["type", "intents"].contains(member.key) || member.value.isNull { return [] }
            if ours[member.key] == nil, FrontlineModels.names(member.key, in: ours) { return [] }
            guard let written = ours[member.key] else { return [[member.key]] }
            guard let inner = written.object else { return [] }
            let unwritten = (member.value.object ?? [:]).filter { inner[$0.key] == nil }
            return unwritten.map { [member.key, $0.key] }
        }
    }

    /// Where a kept part of the live data is captured.
    func slot(_ path: [String]) -> Slot {
        Slot(address, "node.\(key).\(path.joined(separator: "."))")
    }

    /// Lists that the service wants even where nothing is in them.
    private func filled(_ data: Object) -> Object {
        let lists: [String: [String]] = [
            "RESPONSE_AI": ["captureVariables"], "TOOLS_AI": ["conditions"],
            "API": ["headers"], "CONDITIONAL_ROUTING": ["conditions"],
        ]
        let nulls: [String: [String]] = [
            "RESPONSE_AI": ["instructions"], "TOOLS_AI": ["instructions"],
        ]
        let type = node["type"]?.text ?? ""
        var data = data
        for name in lists[type] ?? [] where data[name] == nil { data[name] = [] }
        for name in nulls[type] ?? [] where data[name] == nil { data[name] = .null }
        if type == "SAY_AI", data["sayWithAi"] == nil { data["sayWithAi"] = false }
        if type == "CONDITIONAL_ROUTING", data["routingType"] == nil {
            data["routingType"] = "CONDITIONAL_AI"
        }
        if type == "RESPONSE_AI", data["temperature"] == nil { data["temperature"] = 0.7 }
        return data
    }

    /// A field whose ids are numbers on the platform, and may be texts in a file.
    static func number(_ name: String, _ value: Value) -> Value {
        let ids = [
            "aiModelId", "recordTypeId", "connectedAccountId", "intentIds", "customToolIds",
            "playbookIds", "knowledgeBaseIds",
        ]
        switch value {
        case .text(let text) where ids.contains(name): return Int64(text).map(Value.int) ?? value
        case .list(let list): return .list(list.map { number(name, $0) })
        case .object(let object): return .object(object.mapping(number))
        default: return value
        }
    }
}

extension Object {
    /// The same members with other values.
    func mapping(_ change: (String, Value) -> Value) -> Object {
        Object(members: members.map { Member($0.key, change($0.key, $0.value)) })
    }
}

public import Diagnostics
public import Documents

extension FrontlinePlatform {
    /// The agents, from which everything else unfolds, and a list for each lookup.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        var reads: [Read] = []
        if scope.kinds.contains(where: { $0.platform == name }) {
            reads.append(list(["agents"], "agents", "the agents"))
        }
        for (kind, path, query) in Self.lists where scope.lookups.contains(kind) {
            reads.append(list(path, kind.type, "the \(kind.type)s", query: query))
        }
        return reads
    }

    private static let lists: [(kind: KindName, path: [Value], query: Object)] = [
        (.frontlineTool, ["tools"], [:]), (.aiModel, ["ai-models"], ["type": "TEXT"]),
        (.knowledgeBase, ["knowledge-bases"], [:]), (.playbook, ["playbooks"], [:]),
        (.recordType, ["objects"], [:]), (.connectedAccount, ["integrations"], [:]),
    ]

    private func list(
        _ path: [Value], _ what: String, _ purpose: String, query: Object = [:],
        _ context: Object = [:]
    ) -> Read {
        var context = context
        context["of"] = .text(what)
        return Read(Request(.get, path, query: query), purpose: purpose, context: context)
    }

    /// Understands what a read's context names, and says what is to be read next.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.isNull ? [] : value.list ?? [value]
        let reading = FrontlineReading(scope: scope, account: account)
        switch read.context["of"]?.text {
        case "agents": return agents(values, reading)
        case "agent": return reading.agent(value)
        case "setting": return reading.setting(value, of: read.context["agent"] ?? .null)
        case "variables": return reading.variables(values, of: read.context["agent"] ?? .null)
        case "intents": return reading.intents(values, of: read.context["agent"] ?? .null)
        case "flows": return reading.flows(values, of: read.context["agent"] ?? .null)
        case "flow": return reading.flow(value, read.context)
        case "graph": return reading.graph(value, read.context)
        case "running": return reading.running(value, read.context)
        case "record-type": return recordTypes(values)
        case "record-types": return lookups(values, .recordType)
        case let word?:
            let kind = Self.lists.first { $0.kind.type == word }?.kind
            return kind.map { lookups(values, $0) } ?? Observation()
        case nil: return Observation()
        }
    }

    /// What is to be read of the agents that are in the files or in the ledger.
    private func agents(_ values: [Value], _ reading: FrontlineReading) -> Observation {
        var observation = Observation()
        let kinds = reading.scope.kinds
        for agent in values {
            guard let id = agent["id"], !id.isNull else { continue }
            guard reading.isWanted(agent) else {
                observation.passedOver[.frontlineAgent, default: []].insert(id)
                continue
            }
            let path: [Value] = ["agents", id]
            if kinds.contains(.frontlineAgent) {
                observation.reads.append(list(path, "agent", "an agent"))
            }
            let context: Object = ["agent": id]
            let parts: [(KindName, [Value], String)] = [
                (.frontlineVariable, ["variables", "all"], "variables"),
                (.frontlineIntent, ["intents", "all"], "intents"),
                (.frontlineFlow, ["flows"], "flows"),
            ]
            for (kind, tail, word) in parts where kinds.contains(kind) {
                observation.reads.append(
                    list(path + tail, word, "the \(word) of an agent", context))
            }
        }
        return observation
    }

    /// Every object has a list of its own record types.
    private func recordTypes(_ objects: [Value]) -> Observation {
        var observation = Observation()
        observation.reads = objects.compactMap { object in
            object["name"]?.text.map { name in
                list(
                    ["objects", .text(name), "record-types"], "record-types",
                    "the record types of `\(name)`")
            }
        }
        return observation
    }

    private func lookups(_ values: [Value], _ kind: KindName) -> Observation {
        var observation = Observation()
        for object in values.compactMap(\.object) {
            guard let id = object["id"], !id.isNull else { continue }
            observation.lookups.append(
                LookupRow(kind: kind, id: id, names: names(of: object), fields: object))
        }
        return observation
    }

    /// What people call an object; connected accounts have an alias instead of a name.
    private func names(of object: Object) -> [String] {
        var names: [String] = []
        for field in ["name", "display_name", "alias", "externalId", "toolkit"] {
            guard let name = object[field]?.text, !name.isEmpty, !names.contains(name) else {
                continue
            }
            names.append(name)
        }
        return names
    }
}

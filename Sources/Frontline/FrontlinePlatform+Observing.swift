public import Diagnostics
public import Documents
public import Platforms

extension FrontlinePlatform {
    /// The agents, from which everything else unfolds, and a list for each lookup.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        var reads: [Read] = []
        if scope.kinds.contains(where: { $0.platform == name }) {
            reads.append(FrontlineRead.list(FrontlineAgentOperations.list, .agents, "the agents"))
        }
        for (kind, request) in Self.lists where isAsked(for: kind, scope) {
            reads.append(FrontlineRead.list(request, .lookups(kind), "the \(kind.name.type)s"))
        }
        if scope.lookups.contains(.recordType) {
            reads.append(FrontlineRead.objects)
        }
        if FrontlineNodeTable.areDisputed(in: scope.wanted) { reads.append(FrontlineRead.types) }
        return reads
    }

    /// Whether something refers to a lookup; nodes name their model in every way there is.
    private func isAsked(for kind: LookupKind, _ scope: Scope) -> Bool {
        scope.lookups.contains(kind.name)
            || kind == .models && FrontlineModels.areNamed(in: scope.wanted)
    }

    private static let lists: [(kind: LookupKind, request: Request)] = [
        (.tools, FrontlineOperation.listTools.request()),
        (.models, FrontlineAccountOperations.models),
        (.knowledgeBases, FrontlineOperation.listKnowledgeBases.request()),
        (.playbooks, FrontlineOperation.listPlaybooks.request()),
        (.connectedAccounts, FrontlineOperation.listIntegrations.request()),
    ]

    /// Understands what a read asks for, and says what is to be read next.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.list ?? [value]
        let reading = FrontlineReading(scope: scope, account: account)
        switch read.subject(as: FrontlineRead.self) {
        case .agents: return agents(values, reading)
        case .agent: return reading.agent(value)
        case .setting(let agent): return reading.setting(value, of: agent)
        case .variables(let agent): return reading.variables(values, of: agent)
        case .intents(let agent): return reading.intents(values, of: agent)
        case .flows(let agent): return reading.flows(values, of: agent)
        case .flow(let place): return reading.flow(value, place)
        case .graph(let flow, let place): return reading.graph(value, of: flow, place)
        case .running(let draft, let place): return reading.running(value, beside: draft, place)
        case .words:
            var observation = Observation()
            observation.facts[FrontlineAccountFact.api] =
                FrontlineDialect.seen(in: value)?.rawValue
            return observation
        case .nodeTypes:
            FrontlineNodeTable.check(scope.wanted ?? [], by: values, into: &report)
            return Observation()
        case .recordTypeOwners: return recordTypes(values).listing(.recordType)
        case .lookups(let kind): return lookups(values, kind).listing(kind.name)
        }
    }

    /// What is to be read of the agents that are in the files or in the ledger.
    private func agents(_ values: [Value], _ reading: FrontlineReading) -> Observation {
        var observation = Observation()
        let kinds = reading.scope.kinds
        observation.listed = kinds.filter { $0.platform == name }
        for agent in values {
            guard let id = agent["id"], !id.isNull else { continue }
            guard reading.isWanted(agent) else {
                observation.passedOver[.frontlineAgent, default: []].insert(id)
                continue
            }
            if kinds.contains(.frontlineAgent) {
                observation.reads.append(FrontlineRead.agent(id, "an agent"))
            }
            let parts: [(KindName, FrontlineOperation, FrontlineRead, String)] = [
                (.frontlineVariable, .listVariables, .variables(agent: id), "variables"),
                (.frontlineIntent, .listIntents, .intents(agent: id), "intents"),
                (.frontlineFlow, .listFlows, .flows(agent: id), "flows"),
            ]
            for (kind, list, subject, word) in parts where kinds.contains(kind) {
                observation.reads.append(
                    FrontlineRead.list(
                        list.request(["agent_id": id]), subject, "the \(word) of an agent"))
            }
        }
        return observation
    }

    /// Every object has a list of its own record types.
    private func recordTypes(_ objects: [Value]) -> Observation {
        var observation = Observation()
        observation.reads = objects.compactMap { object in
            object["name"]?.text.map { name in
                FrontlineRead.list(
                    FrontlineOperation.listRecordTypes.request(["object": .text(name)]),
                    .lookups(.recordTypes), "the record types of `\(name)`")
            }
        }
        return observation
    }

    private func lookups(_ values: [Value], _ kind: LookupKind) -> Observation {
        var observation = Observation()
        observation.lookups = values.compactMap(\.object).compactMap { kind.row(of: $0) }
        if kind == .models { observation.facts[FrontlineAccountFact.models] = values }
        return observation
    }
}

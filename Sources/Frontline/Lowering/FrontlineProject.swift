import Diagnostics
import Documents
import Platforms

/// Checks and completes what one document alone cannot: flows against their agents.
enum FrontlineProject {
    /// Resolves what flows say of their agent's variables and intents; reports what is not there.
    ///
    /// Takes all resources of the platform, gives them back in the same order.
    static func complete(_ resources: [Resource], into report: inout Report) -> [Resource] {
        let agents = FrontlineAgents(resources)
        var flows = FrontlineFlows()
        return resources.map { resource in
            guard resource.kind == .frontlineFlow else { return resource }
            var ignored = Report()
            var flow = FrontlineLowering.decodedFlow(resource.node, into: &ignored)
            let name = agents.name(of: flow, in: resource)
            flows.check(flow, of: name, into: &report)
            guard let agent = agents[name] else {
                flows.check(intentsOf: flow, name, into: &report)
                return resource
            }
            var completion = FrontlineCompletion(agent: agent, needs: resource.needs)
            completion.complete(&flow, into: &report)
            flows.check(intentsOf: flow, name, into: &report)
            return resource.with(ValueEncoder.encode(flow), completion.allNeeds)
        }
    }
}

extension Resource {
    /// The same resource with another value and other needs.
    fileprivate func with(_ value: Value, _ needs: [Need]) -> Resource {
        Resource(
            address: address, kind: kind, value: value, needs: needs, node: node,
            options: options, span: span, file: file)
    }
}

/// An agent of the project with what it owns.
struct FrontlineOwner {
    /// The agent.
    let agent: Resource
    /// The variables by name.
    var variables: [String: Resource] = [:]
    /// The intents by key and by name.
    var intents: [String: Resource] = [:]
    /// The names of variables by their addresses.
    var names: [String: String] = [:]

    /// Every name that a text may put in braces.
    var known: [String] { variables.keys.sorted() + FrontlineDefaults.variables }
}

/// The agents of a project by address, by name and by id.
struct FrontlineAgents {
    private var owners: [String: FrontlineOwner] = [:]
    private var addresses: [String: String] = [:]

    init(_ resources: [Resource]) {
        let agents = resources.filter { $0.kind == .frontlineAgent }
        for agent in agents {
            owners[agent.address.text] = FrontlineOwner(agent: agent)
            addresses["\(agent.address.account):\(agent.address.id)"] = agent.address.text
        }
        // Names go before the ids that files give.
        for agent in agents {
            guard let name = agent.value["name"]?.text else { continue }
            addresses["\(agent.address.account):\(name)"] = agent.address.text
        }
        for resource in resources {
            let owner = resource.address.parts.dropLast(2).joined(separator: "/")
            guard owners[owner] != nil else { continue }
            add(resource, to: owner)
        }
    }

    private mutating func add(_ resource: Resource, to owner: String) {
        let name = resource.value["name"]?.text
        switch resource.kind {
        case .frontlineVariable:
            let name = name ?? resource.address.id
            owners[owner]?.variables[name] = resource
            owners[owner]?.names[resource.address.text] = name
        case .frontlineIntent:
            if let name { owners[owner]?.intents[name] = resource }
            owners[owner]?.intents[resource.address.id] = resource
        default: break
        }
    }

    /// The agent of an address, where it is in the project.
    subscript(_ address: String) -> FrontlineOwner? { owners[address] }

    /// What tells the agent of a flow from others: its address, else what is written.
    func name(of flow: FrontlineFlow, in resource: Resource) -> String {
        switch flow.agent.state {
        case .later(.captured(let slot)): return slot.address
        case .value(let text):
            let key = "\(resource.address.account):\(text)"
            return addresses[key] ?? key
        default: return resource.address.text
        }
    }
}

/// What flows of one agent must not share.
struct FrontlineFlows {
    private var names: [String: SourceSpan?] = [:]
    private var defaults: [String: SourceSpan?] = [:]
    private var intents: [String: SourceSpan?] = [:]

    /// Reports a second flow of a name, and a second default flow.
    mutating func check(_ flow: FrontlineFlow, of agent: String, into report: inout Report) {
        if let name = flow.name.value {
            let first = names.updateIfAbsent("\(agent):\(name)", flow.name.span)
            if let first {
                report.add(
                    second(
                        FrontlineCode.flowName, "no two flows of an agent have one name: `\(name)`",
                        flow.name.span, first))
            }
        }
        guard flow.isDefault.value == true else { return }
        if let first = defaults.updateIfAbsent(agent, flow.isDefault.span) {
            report.add(
                second(
                    FrontlineCode.defaultFlow, "an agent has only one default flow",
                    flow.isDefault.span, first))
        }
    }

    /// Reports intents that a flow before uses already.
    mutating func check(
        intentsOf flow: FrontlineFlow, _ agent: String, into report: inout Report
    ) {
        for intent in flow.triggers.flatMap({ $0.data.value?.intents.value ?? [] }) {
            let id: String? =
                switch intent.value {
                case .captured(let slot): slot.address
                case .text(let text): "\(agent):\(text)"
                default: nil
                }
            guard let id, let first = intents.updateIfAbsent(id, intent.span) else { continue }
            report.add(
                second(
                    FrontlineCode.sharedIntent, "an intent enters one flow only", intent.span,
                    first))
        }
    }

    private func second(
        _ code: FrontlineCode, _ message: String, _ span: SourceSpan?, _ first: SourceSpan?
    ) -> Diagnostic {
        .error(
            code, message, at: span,
            secondary: first.map { [.init($0, "the first one")] } ?? [])
    }
}

extension FrontlineFlow {
    /// The nodes that enter the flow by intents.
    var triggers: [FrontlineNode] { (nodes.value ?? []).filter { $0.type.value == .trigger } }
}

extension [String: SourceSpan?] {
    /// Keeps a place for a key that has none; the place that it has already.
    fileprivate mutating func updateIfAbsent(_ key: String, _ span: SourceSpan?) -> SourceSpan?? {
        if let first = self[key] { return .some(first) }
        self[key] = .some(span)
        return nil
    }
}

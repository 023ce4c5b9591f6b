import Diagnostics
import Documents
import Platforms

/// Completes one flow by what its agent owns.
struct FrontlineCompletion {
    /// The agent with its variables and intents.
    let agent: FrontlineOwner
    private let needs: [Need]
    private var added: [Need] = []
    private var known: Set<Address>

    init(agent: FrontlineOwner, needs: [Need]) {
        self.agent = agent
        self.needs = needs
        known = Set(needs.map(\.address))
    }

    /// What the flow refers to, by expressions, names in texts and names of intents.
    var allNeeds: [Need] { needs + added }

    /// Resolves names and reports those that nothing has.
    mutating func complete(_ flow: inout FrontlineFlow, into report: inout Report) {
        resolveAgent(&flow)
        guard case .value(var nodes) = flow.nodes.state else { return }
        for index in nodes.indices {
            resolveCaptures(&nodes[index])
            resolveIntents(&nodes[index])
            check(nodes[index], into: &report)
        }
        flow.nodes.state = .value(nodes)
    }

    /// Puts a reference for the name or id of an agent that the project has.
    private mutating func resolveAgent(_ flow: inout FrontlineFlow) {
        guard flow.agent.value != nil else { return }
        flow.agent.state = .later(.captured(Slot(agent.agent.address.text)))
        need(agent.agent.address, at: flow.agent.span)
    }

    /// Puts names for ids: the canonical form of a capture is `{ name }`.
    private func resolveCaptures(_ node: inout FrontlineNode) {
        guard case .value(var data) = node.data.state,
            case .value(var captures) = data.captures.state
        else { return }
        for index in captures.indices {
            guard case .later(.captured(let slot)) = captures[index].variable.state,
                let name = agent.names[slot.address]
            else { continue }
            let span = captures[index].variable.span
            captures[index].variable = Written()
            captures[index].name = Written(.value(name), span: captures[index].name.span ?? span)
        }
        data.captures.state = .value(captures)
        node.data.state = .value(data)
    }

    /// Puts references for the keys and names of intents that the project has.
    private mutating func resolveIntents(_ node: inout FrontlineNode) {
        guard case .value(var data) = node.data.state, case .value(var intents) = data.intents.state
        else { return }
        for index in intents.indices {
            guard let text = intents[index].value.text, let intent = agent.intents[text]
            else { continue }
            intents[index].value = .captured(Slot(intent.address.text))
            need(intent.address, at: intents[index].span)
        }
        data.intents.state = .value(intents)
        node.data.state = .value(data)
    }

    private mutating func check(_ node: FrontlineNode, into report: inout Report) {
        for mention in node.mentions where !mention.isPath {
            use(mention.name, at: mention.span, isRead: true, into: &report)
        }
        for captured in node.captured {
            use(captured.name, at: captured.span, isRead: false, into: &report)
        }
    }

    private mutating func use(
        _ name: String, at span: SourceSpan?, isRead: Bool, into report: inout Report
    ) {
        if let variable = agent.variables[name] {
            need(variable.address, at: span)
        } else if !FrontlineDefaults.variables.contains(name), !agent.agent.options.isExternal {
            report.add(unknown(name, span, isRead, &report))
        }
    }

    private func unknown(
        _ name: String, _ span: SourceSpan?, _ isRead: Bool, _ report: inout Report
    ) -> Diagnostic {
        let nearest = report.nearest(to: name, among: agent.known)
        let isCase = nearest?.lowercased() == name.lowercased()
        return .error(
            FrontlineCode.unknownVariable,
            "\(isRead ? "`{\(name)}` names" : "a capture names") a variable that "
                + "`\(agent.agent.address.id)` does not have\(isRead ? "" : ": `\(name)`")",
            at: span, notes: isCase ? ["upper and lower case differ"] : [],
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "add it to the agent's `variables`",
            fix: nearest.flatMap { nearest in
                fixed(name, nearest, span, isRead).map {
                    .init($0, replacement: isRead ? "{\(nearest)}" : nearest)
                }
            })
    }

    /// The place of a name, where it is known to stand there as it is.
    private func fixed(
        _ name: String, _ nearest: String, _ span: SourceSpan?, _ isRead: Bool
    ) -> SourceSpan? {
        guard let span, Int(span.end) - Int(span.start) == name.utf8.count + (isRead ? 2 : 0)
        else { return nil }
        return span
    }

    private mutating func need(_ address: Address, at span: SourceSpan?) {
        guard known.insert(address).inserted else { return }
        added.append(Need(address, span: span ?? agent.agent.span))
    }
}

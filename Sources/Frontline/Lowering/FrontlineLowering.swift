import Diagnostics
import Documents
import Platforms

/// Turns documents of Frontline into resources.
enum FrontlineLowering {
    /// The keys of an agent's document that are read by themselves.
    private static let children: Set<String> = ["variables", "intents"]

    /// Decodes, checks and lowers a flow; its tree becomes the canonical one.
    static func flow(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var document = document
        var spelling = Report()
        document.node = FrontlineSpelling.flow(document.node, into: &spelling)
        report.add(spelling)
        var flow = NodeDecoder.decode(
            FrontlineFlow.self, document.node, skipping: AuthoredDocument.weirKeys,
            area: "frontline",
            into: &report)
        flow.settle()
        FrontlineCheck.check(flow, after: spelling, into: &report)
        return [document.resource(flow, .frontlineFlow)]
    }

    /// Decodes, checks and lowers an agent, then its variables and intents.
    static func agent(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var document = document
        document.node = FrontlineWrittenRecords.agent(document.node)
        let agent = document.decoded(
            FrontlineAgent.self, .frontlineAgent, beside: Self.children, into: &report)
        FrontlineCheck.check(agent, into: &report)
        let children = FrontlineChildren.read(document.node, into: &report)
        FrontlineChildren.check(children, into: &report)
        return [document.resource(agent, .frontlineAgent, beside: Self.children)]
            + children.filter { !$0.isPlatforms }
            .map { self.child($0, of: document, into: &report) }
    }

    private static func child(
        _ child: FrontlineChild, of document: AuthoredDocument, into report: inout Report
    ) -> Resource {
        let node = child.spelled(agent: document.address)
        return child.type == FrontlineChild.variable
            ? self.child(FrontlineVariable.self, .frontlineVariable, child, node, document, &report)
            : self.child(FrontlineIntent.self, .frontlineIntent, child, node, document, &report)
    }

    private static func child<T: Described>(
        _ type: T.Type, _ kind: KindName, _ child: FrontlineChild, _ node: Node,
        _ document: AuthoredDocument, _ report: inout Report
    ) -> Resource {
        let model = NodeDecoder.decode(
            type, node, skipping: ["weir", "key"], area: "frontline", into: &report)
        if let intent = model as? FrontlineIntent { FrontlineCheck.check(intent, into: &report) }
        var options = ResourceOptions()
        options.isProtected = document.options.isProtected
        return Resource(
            address: document.address.child(type: child.type, id: child.id), kind: kind,
            value: ValueEncoder.encode(model), needs: Needs.collect(node), node: node,
            options: options, span: child.span, file: document.file)
    }
}

extension FrontlineFlow {
    /// Takes out what nodes say twice: the type of a node is not repeated in its data.
    mutating func settle() {
        guard case .value(var nodes) = self.nodes.state else { return }
        self.nodes.state = .absent
        for index in nodes.indices {
            guard case .value(var data) = nodes[index].data.state else { continue }
            data.type = Written()
            nodes[index].data.state = .value(data)
        }
        self.nodes.state = .value(nodes)
    }
}

import Documents

extension FlowForm {
    /// The form in which a flow that `/v2/flow/ui` shows was made; nil where it shows no step.
    ///
    /// The editor numbers its nodes in thousands. Nodes with other numbers were written as steps
    /// through `/v2/flow`, and only that shows all that they have, such as slugs.
    static func shown(in raw: Object) -> FlowWire? {
        guard let nodes = raw["nodes"]?.list else {
            return raw["steps"]?.list?.isEmpty == false ? .steps : nil
        }
        let numbers = nodes.filter { !["trigger", "exit"].contains($0["type"]?.text) }
            .compactMap { $0["sequence_id"]?.int }
        guard !numbers.isEmpty else { return nil }
        return numbers.allSatisfy { $0.isMultiple(of: 1000) } ? .graph : .core
    }

    /// The form in which new flows are made beside some: the editor's where it made one of them.
    static func shown(in flows: [Value]) -> FlowWire? {
        let forms = Set(flows.compactMap { $0.object.flatMap(shown) })
        return [FlowWire.graph, .core, .steps].first(where: forms.contains)
    }
}

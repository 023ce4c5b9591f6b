import Documents
import Platforms

/// The calls about nodes.
extension FrontlineGraphCalls {
    /// Reads what changed nodes have and the file does not say, so that it is sent back.
    func readKept() -> [Call] {
        let captures = graph.changed.flatMap { key in
            let body = body(key, isNew: false)
            return body.kept.map { path in
                let part = path.reversed().reduce(Selector.whole) { .at($1, $0) }
                let isNode = Condition.equal(.member("nodeId"), id(of: key))
                return Capture(
                    body.slot(path), from: .at("nodes", .only(isNode, .at("data", part))))
            }
        }
        guard !captures.isEmpty else { return [] }
        return [Call("read the graph as it is now", read, captures: captures)]
    }

    /// Makes a node that is not there.
    func make(_ key: String) -> Call {
        let slot = Slot(flow.address, "node.\(key)")
        let found = Selector.at(
            "nodes", .only(.equal(.member("name"), .text(key)), .member("nodeId")))
        let probe = Probe(
            read: read, matches: .exists(found), captures: [Capture(slot, from: found)])
        return Call(
            "make the node `\(key)`",
            flow.request(
                .createNode, body: .value(["node": body(key, isNew: true).new])),
            captures: [Capture(slot, from: .member("nodeId"))], again: .probe(probe))
    }

    /// Takes the START over that every default flow is born with.
    func adopt(_ key: String) -> [Call] {
        let start = Selector.at(
            "nodes", .only(.equal(.member("type"), "START"), .member("nodeId")))
        let find = Call(
            "find the START node", read,
            captures: [Capture(Slot(flow.address, "node.\(key)"), from: start)])
        let fields = body(key, isNew: true).changedLabels
        return [find] + (fields.isEmpty ? [] : [put(key, "change the node `\(key)`", fields)])
    }

    /// Changes a node that is there.
    func alter(_ key: String) -> Call {
        put(key, "change the node `\(key)`", body(key, isNew: false).changed)
    }

    /// The labels of new nodes, which the service does not take when it makes them.
    func aliases(_ keys: [String]) -> [Call] {
        guard flow.dialect != .brief else { return [] }
        return keys.compactMap { key in
            guard let alias = graph.wanted[key]?["alias"], !alias.isNull else { return nil }
            return put(key, "label the node `\(key)`", ["alias": alias])
        }
    }

    /// Removes a node and the edges at it.
    func remove(_ key: String) -> Call {
        Call(
            "remove the node `\(key)`",
            flow.request(.deleteNode, node: ids[key] ?? .text(key)), accepts: [404])
    }

    private var read: Request { flow.request(.getGraph) }

    private func put(_ key: String, _ summary: String, _ fields: Object) -> Call {
        Call(
            summary,
            flow.request(
                .updateNode, node: id(of: key), body: .value(["node": .object(fields)])))
    }

    private func body(_ key: String, isNew: Bool) -> FrontlineNodeBody {
        FrontlineNodeBody(
            node: graph.wanted[key] ?? [:], agent: flow.agent, position: layout[key],
            live: isNew ? nil : ids[key]?.text.flatMap { raw[$0] }, address: flow.address,
            dialect: flow.dialect, models: FrontlineModels(flow.change.account))
    }
}

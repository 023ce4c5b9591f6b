import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// Replaces the graph whole: a new version, unless the graph is the one that is current.
    static func replaceGraph(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try workflow(exchange)
        let body = try exchange.body(as: .graph)
        let workspace = exchange.caller.workspace
        var checker = Checker()
        let graph = Graph(body, of: row.word("id"), workspace, exchange.store, at: [], &checker)
        let base = checker.member("base_version", .whole, in: body)
        try checker.finish(body, as: .graph, exchange)
        try checkOpen(row)
        let current = row["current_version"]
        if let base, base != current, !exchange.store.isOn(.baseVersionIgnored) {
            let detail = "The current version is \(current?.int ?? 0), not \(base.int ?? 0)"
            throw Refusal(409, detail, code: "version_conflict")
        }
        if let version = version(current, of: row, workspace, exchange.store),
            version["graph"] == graph.value, !exchange.store.isOn(.alwaysVersions)
        {
            return exchange.answer(version, as: .version)
        }
        let number = addVersion(of: row, graph, workspace, &exchange.store, now: exchange.now)
        save(row.merging(["current_version": .int(number)]), &exchange)
        let made = version(.int(number), of: row, workspace, exchange.store) ?? [:]
        return exchange.answer(made, as: .version)
    }

    /// Lists versions, newest first, without their graphs.
    static func listVersions(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try workflow(exchange)
        let all = rows("tenex/version", "\(exchange.row(row.word("id")))", exchange.store).map {
            version in
            var version = version
            version["graph"] = nil
            return version
        }
        return try exchange.page(
            Listing(
                name: "versions", shape: .version, rows: all.reversed(), isNewestFirst: true))
    }

    static func getVersion(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(try version(exchange), as: .version)
    }

    /// Archives a version that is no longer current; what ran with it stays.
    static func archiveVersion(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        var version = try version(exchange)
        switch version.word("status") {
        case "current": throw .state("The current version cannot be archived")
        case "superseded":
            version["status"] = "archived"
            version["archived_at"] = exchange.timestamp
            save(version: version, exchange.caller.workspace, &exchange.store)
        default: break
        }
        return exchange.answer(version, as: .version)
    }

    /// Adds a version, which is current from now on; returns its number.
    static func addVersion(
        of workflow: Object, _ graph: Graph, _ workspace: String, _ store: inout EmulatedStore,
        now: EmulatedTime, by author: Value = "api"
    ) -> Int64 {
        if var old = version(workflow["current_version"], of: workflow, workspace, store) {
            old["status"] = "superseded"
            save(version: old, workspace, &store)
        }
        let number = store.next("tenex/\(workspace)/version/\(workflow.word("id"))")
        save(
            version: [
                "workflow_id": workflow["id"] ?? .null, "version": .int(number),
                "graph": graph.value, "inputs": workflow["inputs"] ?? [],
                "outputs": workflow["outputs"] ?? [], "status": "current",
                "created_at": .text(now.thousandths), "created_by": author,
                "archived_at": .null, "_number": .int(number),
            ], workspace, &store)
        return number
    }

    /// A version of a workflow by its number.
    static func version(
        _ number: Value?, of workflow: Object, _ workspace: String, _ store: EmulatedStore
    ) -> Object? {
        guard let number = number?.int else { return nil }
        let id = "\(workspace)/\(workflow.word("id"))/\(padded(number))"
        return store["tenex/version", id]?.object
    }

    /// A workflow with the graph of its current version.
    static func withGraph(
        _ workflow: Object, _ workspace: String, _ store: EmulatedStore
    ) -> Object {
        let version = version(workflow["current_version"], of: workflow, workspace, store)
        return workflow.merging(["graph": version?["graph"] ?? .null])
    }

    private static func version(_ exchange: Exchange) throws(Refusal) -> Object {
        let row = try workflow(exchange)
        let number = Int64(exchange.part("version")).map { Value.int($0) }
        guard let version = version(number, of: row, exchange.caller.workspace, exchange.store)
        else {
            throw .missing("Workflow version")
        }
        return version
    }

    private static func save(version: Object, _ workspace: String, _ store: inout EmulatedStore) {
        let id = "\(workspace)/\(version.word("workflow_id"))/\(padded(version.ordinal))"
        store["tenex/version", id] = .object(version)
    }
}

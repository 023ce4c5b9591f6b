import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// Replaces the graph whole: a new version, unless the graph is the one that is current.
    static func replaceGraph(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try workflow(exchange, store)
        let body = try exchange.body(as: .graph, store)
        let workspace = exchange.caller.workspace
        var checker = Checker()
        let graph = Graph(body, of: row.word("id"), workspace, store, at: [], &checker)
        let base = checker.member("base_version", .whole, in: body)
        try checker.finish(body, as: .graph, exchange, store)
        try checkOpen(row)
        let current = row["current_version"]
        if let base, base != current, !store.isOn(.baseVersionIgnored) {
            let detail = "The current version is \(current?.int ?? 0), not \(base.int ?? 0)"
            throw Refusal(409, detail, code: "version_conflict")
        }
        if let version = version(current, of: row, workspace, store),
            version["graph"] == graph.value, !store.isOn(.alwaysVersions)
        {
            return exchange.answer(version, as: .version)
        }
        let number = addVersion(of: row, graph, workspace, &store, now: exchange.now)
        save(row.merging(["current_version": .int(number)]), exchange, &store)
        let made = version(.int(number), of: row, workspace, store) ?? [:]
        return exchange.answer(made, as: .version)
    }

    /// Lists versions, newest first, without their graphs.
    static func listVersions(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try workflow(exchange, store)
        let all = rows("tenex/version", "\(exchange.row(row.word("id")))", store).map { version in
            var version = version
            version["graph"] = nil
            return version
        }
        return try exchange.page(
            Listing(
                name: "versions", shape: .version, rows: all.reversed(), isNewestFirst: true),
            store)
    }

    static func getVersion(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        exchange.answer(try version(exchange, store), as: .version)
    }

    /// Archives a version that is no longer current; what ran with it stays.
    static func archiveVersion(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        var version = try version(exchange, store)
        switch version.word("status") {
        case "current": throw .state("The current version cannot be archived")
        case "superseded":
            version["status"] = "archived"
            version["archived_at"] = exchange.timestamp
            save(version: version, exchange.caller.workspace, &store)
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

    private static func version(
        _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let row = try workflow(exchange, store)
        let number = Int64(exchange.part("version")).map { Value.int($0) }
        guard let version = version(number, of: row, exchange.caller.workspace, store) else {
            throw .missing("Workflow version")
        }
        return version
    }

    private static func save(
        version: Object, _ workspace: String, _ store: inout EmulatedStore
    ) {
        let id = "\(workspace)/\(version.word("workflow_id"))/\(padded(version.ordinal))"
        store["tenex/version", id] = .object(version)
    }
}

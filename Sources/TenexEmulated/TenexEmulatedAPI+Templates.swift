import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    static func listTemplates(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let category = exchange.query("category")
        let all = rows("tenex/template", exchange.caller.workspace, exchange.store).filter {
            category == nil || $0.word("category") == category
        }
        return try exchange.page(
            Listing(name: "templates", shape: .template, rows: all))
    }

    static func getTemplate(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let slug = exchange.part("template_slug")
        guard let row = row("tenex/template", slug, exchange.caller.workspace, exchange.store)
        else {
            throw .missing("Template")
        }
        return exchange.answer(row, as: .template)
    }

    /// Copies a template's graph into a new draft, with the inputs in their places.
    static func createFromTemplate(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(as: .instantiation)
        let workspace = exchange.caller.workspace
        var checker = Checker()
        let slug = checker.member("template_slug", .text, in: body, isRequired: true)?.text
        let sent = checker.member("inputs", .object, in: body)?.object ?? [:]
        let name = checker.member("name", .text, in: body)
        try checker.finish(body, as: .instantiation, exchange)
        guard let template = row("tenex/template", slug ?? "", workspace, exchange.store) else {
            throw .missing("Template")
        }
        let inputs = template["inputs"]?.list ?? []
        let filled = checker.values(sent, for: inputs, at: ["inputs"])
        checkNames(in: filled, workspace, exchange.store, &checker)
        try checker.finish(body, as: .instantiation, exchange)
        let (id, number) = newID("workflow", exchange.caller, &exchange.store)
        let graph = Graph(
            copy(template["graph"] ?? .null, filled), of: id, workspace, exchange.store,
            at: ["inputs"],
            &checker)
        try checker.finish(body, as: nil, exchange)
        let row = newWorkflow(id, number, exchange).merging([
            "name": name ?? template["title"] ?? "",
            "description": template["description"] ?? .null, "inputs": template["_inputs"] ?? [],
            "template_slug": template["slug"] ?? .null,
        ])
        return .shown(make(row, graph, &exchange), exchange, status: 201)
    }

    /// A graph in which `{{ template.NAME }}` is what was given; other expressions stay.
    private static func copy(_ graph: Value, _ inputs: Object) -> Object {
        func filled(_ value: Value) -> Value {
            switch value {
            case .text(let text) where text.contains("{{ template."):
                return Scope(roots: ["template": .object(inputs)]).evaluated(value)
            case .list(let list): return .list(list.map(filled))
            case .object(let object):
                return .object(
                    Object(members: object.members.map { .init($0.key, filled($0.value)) }))
            default: return value
            }
        }
        return filled(graph).object ?? [:]
    }

    /// Checks that what an input names is in this workspace.
    private static func checkNames(
        in inputs: Object, _ workspace: String, _ store: EmulatedStore, _ checker: inout Checker
    ) {
        for (name, table) in [
            ("segment_id", "tenex/segment"), ("sequence_id", "tenex/sequence"),
            ("connector_id", "tenex/connector"),
        ] {
            guard let id = inputs[name]?.text, row(table, id, workspace, store) == nil else {
                continue
            }
            checker.note(["inputs", .text(name)], "\(id) not found in this workspace")
        }
    }
}

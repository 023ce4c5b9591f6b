import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let fields: [Field] = [
        .need("name", .text(least: 1)), .may("description", .nullable(.text())),
        .may("pattern", .nullable(.text())),
    ]

    /// The platform's own variables, which every account has and nobody changes.
    static func seedVariables(_ aid: Int64, _ store: inout EmulatedStore, now: EmulatedTime) {
        let names = ["first_name", "last_name", "email", "phone_number"]
        for (index, name) in names.enumerated() {
            let row = variable(.int(Int64(index + 1)), .text(now.thousandths)).merging([
                "name": .text(name), "isDefault": true,
            ])
            store["frontline/variable", "\(aid)/\(index + 1)"] = .object(row)
        }
    }

    static func listVariables(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        let isDefault = exchange.flag("isDefault")
        let found = variables(of: agent.id, exchange, store).filter {
            exchange.isListed($0) && (isDefault == nil || $0["isDefault"]?.bool == isDefault)
        }
        return page(found, exchange)
    }

    static func listAllVariables(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let found = variables(of: try agent(exchange, store).id, exchange, store)
        return .bare(.list(found.map { .object($0.visible) }))
    }

    static func checkVariableName(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        guard let name = exchange.request.query("name"), !name.isEmpty else {
            throw .invalid([Issue(["name"], "Required", "invalid_type")])
        }
        let isTaken = isTaken(name, by: nil, of: agent.id, exchange, store)
        return .bare(["exists": .bool(isTaken)])
    }

    static func createVariable(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange, store)
        let body = try exchange.body(fields)
        try checkName(body, id: nil, of: agent.id, exchange, store)
        let id: Value = .int(newNumber("variable", exchange, &store))
        var row = variable(id, exchange.timestamp).merging(body)
        row["assistantId"] = agent["id"]
        store["frontline/variable", exchange.row(row.id)] = .object(row)
        return .bare(.object(row), status: 201)
    }

    static func getVariable(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        .bare(.object(try variable(exchange, store).visible))
    }

    static func updateVariable(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try ownVariable(exchange, store)
        let body = try exchange.body(fields)
        try checkName(body, id: row["id"], of: exchange.part(1), exchange, store)
        let changed = row.merging(body).merging(["updatedAt": exchange.timestamp])
        store["frontline/variable", exchange.row(row.id)] = .object(changed)
        return .bare(.object(changed))
    }

    static func deleteVariable(
        _ exchange: Exchange, _ store: inout EmulatedStore
    ) throws(Refusal) -> EmulatedResponse {
        let row = try ownVariable(exchange, store)
        if store.isOn(.guardInUse), isUsed(variable: row, exchange, store) {
            throw .conflict("The variable is used by a flow")
        }
        store["frontline/variable", exchange.row(row.id)] = .object(row.deleted("DELETED"))
        return .empty
    }

    /// The variables an agent's flows can name: the platform's and the agent's own.
    static func variables(
        of agent: String, _ exchange: Exchange, _ store: EmulatedStore
    ) -> [Object] {
        rows("frontline/variable", exchange.account.aid, store).filter {
            $0["isDefault"] == .some(true) || $0["assistantId"]?.text == agent
        }
    }

    private static func variable(
        _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let agent = try agent(exchange, store)
        let id = try exchange.number(3, "variableId")
        let found = variables(of: agent.id, exchange, store).first { $0.id == id }
        guard let found else { throw .missing("Variable") }
        return found
    }

    private static func ownVariable(
        _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) -> Object {
        let row = try variable(exchange, store)
        if row["isDefault"] == .some(true) {
            throw Refusal(403, "Default variables cannot be changed or deleted")
        }
        return row
    }

    private static func checkName(
        _ body: Object, id: Value?, of agent: String, _ exchange: Exchange, _ store: EmulatedStore
    ) throws(Refusal) {
        let name = body["name"]?.text ?? ""
        if isTaken(name, by: id, of: agent, exchange, store) {
            throw .conflict("A variable with the name \(name) already exists")
        }
    }

    private static func isTaken(
        _ name: String, by id: Value?, of agent: String, _ exchange: Exchange,
        _ store: EmulatedStore
    ) -> Bool {
        variables(of: agent, exchange, store).contains {
            $0["name"]?.text?.lowercased() == name.lowercased() && $0["id"] != id
        }
    }

    private static func variable(_ id: Value, _ time: Value) -> Object {
        [
            "id": id, "description": .null, "status": "ACTIVE", "pattern": .null,
            "defaultValue": .null, "isDefault": false, "assistantId": .null,
            "automationId": .null, "createdAt": time, "updatedAt": time,
        ]
    }
}

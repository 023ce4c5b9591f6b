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

    static func listVariables(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let isDefault = exchange.flag("isDefault")
        let found = variables(of: agent.id, exchange).filter {
            exchange.isListed($0) && (isDefault == nil || $0["isDefault"]?.bool == isDefault)
        }
        return page(found, exchange)
    }

    static func listAllVariables(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let found = variables(of: try agent(exchange).id, exchange)
        return .bare(.list(found.map { .object($0.visible) }))
    }

    static func checkVariableName(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        guard let name = exchange.request.query("name"), !name.isEmpty else {
            throw .invalid([Issue(["name"], "Required", "invalid_type")])
        }
        let isTaken = isTaken(name, by: nil, of: agent.id, exchange)
        return .bare(["exists": .bool(isTaken)])
    }

    static func createVariable(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let agent = try agent(exchange)
        let body = try exchange.body(fields)
        try checkName(body, id: nil, of: agent.id, exchange)
        let id: Value = .int(newNumber("variable", &exchange))
        var row = variable(id, exchange.timestamp).merging(body)
        row["assistantId"] = agent["id"]
        exchange.store["frontline/variable", exchange.row(row.id)] = .object(row)
        return .bare(.object(row), status: 201)
    }

    static func getVariable(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .bare(.object(try variable(exchange).visible))
    }

    static func updateVariable(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try ownVariable(exchange)
        let body = try exchange.body(fields)
        try checkName(body, id: row["id"], of: exchange.part(1), exchange)
        let changed = row.merging(body).merging(["updatedAt": exchange.timestamp])
        exchange.store["frontline/variable", exchange.row(row.id)] = .object(changed)
        return .bare(.object(changed))
    }

    static func deleteVariable(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try ownVariable(exchange)
        if exchange.store.isOn(.guardInUse), isUsed(variable: row, exchange) {
            throw .conflict("The variable is used by a flow")
        }
        exchange.store["frontline/variable", exchange.row(row.id)] = .object(row.deleted("DELETED"))
        return .empty
    }

    /// The variables an agent's flows can name: the platform's and the agent's own.
    static func variables(of agent: String, _ exchange: Exchange) -> [Object] {
        rows("frontline/variable", exchange.account.aid, exchange.store).filter {
            $0["isDefault"] == .some(true) || $0["assistantId"]?.text == agent
        }
    }

    private static func variable(_ exchange: Exchange) throws(Refusal) -> Object {
        let agent = try agent(exchange)
        let id = try exchange.number(3, "variableId")
        let found = variables(of: agent.id, exchange).first { $0.id == id }
        guard let found else { throw .missing("Variable") }
        return found
    }

    private static func ownVariable(_ exchange: Exchange) throws(Refusal) -> Object {
        let row = try variable(exchange)
        if row["isDefault"] == .some(true) {
            throw Refusal(403, "Default variables cannot be changed or deleted")
        }
        return row
    }

    private static func checkName(
        _ body: Object, id: Value?, of agent: String, _ exchange: Exchange
    ) throws(Refusal) {
        let name = body["name"]?.text ?? ""
        if isTaken(name, by: id, of: agent, exchange) {
            throw .conflict("A variable with the name \(name) already exists")
        }
    }

    private static func isTaken(
        _ name: String, by id: Value?, of agent: String, _ exchange: Exchange
    ) -> Bool {
        variables(of: agent, exchange).contains {
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

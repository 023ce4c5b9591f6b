import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    private static let required: [Field] = [
        .need("name", .text(least: 1, most: 256)), .need("description", .text(most: 1000)),
        .need("method", .word(methods)), .need("url", .text(least: 1)),
    ]
    private static let pairs: Schema = .list(
        .object([.need("key", .text(least: 1)), .need("value", .text())]))
    private static let arguments: Schema = .list(
        .object([
            .need("name", .text(least: 1)), .may("description", .text(least: 1)),
            .need("dataType", .word(["STRING", "NUMBER", "DECIMAL", "BOOLEAN"])),
            .may("required", .bool), .may("defaultValue", .anything),
        ]))
    private static let optional: [Field] = [
        .may("body", .nullable(.text())), .may("arguments", .nullable(arguments)),
        .may("headers", .nullable(pairs)), .may("queryParams", .nullable(pairs)),
    ]

    /// What every tool begins with.
    static let newTool: Object = [
        "type": "API_CALL", "status": "ACTIVE", "body": .null, "arguments": [], "headers": [],
        "queryParams": [],
    ]

    static func listTools(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let status = try exchange.word("status", of: ["ACTIVE", "PAUSED"])
        let found = rows("frontline/tool", exchange.account.aid, exchange.store).filter {
            exchange.isListed($0) && (status == nil || $0["status"]?.text == status)
        }
        return .results(found.map { .object($0) })
    }

    static func createTool(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let body = try exchange.body(required + optional)
        let row = newTool.merging(body).merging([
            "id": .int(newNumber("tool", &exchange)), "createdAt": exchange.timestamp,
        ])
        return save(tool: row, &exchange, status: 201)
    }

    static func getTool(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        .bare(.object(try tool(exchange)))
    }

    /// Changes what is sent; a list replaces the old one.
    static func updateTool(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try tool(exchange)
        let mayChange: [Field] = required.map { .may($0.name, $0.schema) }
        let status: Field = .may("status", .word(["ACTIVE", "PAUSED"]))
        let body = try exchange.body(mayChange + optional + [status])
        return save(tool: row.merging(body), &exchange)
    }

    static func deleteTool(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let row = try tool(exchange)
        exchange.store["frontline/tool", exchange.row(row.id)] = .object(row.deleted("DELETED"))
        return .empty
    }

    /// Answers as if the tool's endpoint had answered nothing.
    static func testTool(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try tool(exchange)
        _ = try exchange.body([.may("values", .nullable(.anyObject))])
        return .bare([
            "status": 200, "headers": [:], "data": .null, "duration": 0, "contentLength": 0,
        ])
    }

    private static func tool(_ exchange: Exchange) throws(Refusal) -> Object {
        let id = try exchange.number(1, "toolId")
        guard let row = row("frontline/tool", id, exchange) else { throw .missing("Tool") }
        return row
    }

    private static func save(
        tool row: Object, _ exchange: inout Exchange, status: Int = 200
    ) -> EmulatedResponse {
        let row = row.merging(["updatedAt": exchange.timestamp])
        exchange.store["frontline/tool", exchange.row(row.id)] = .object(row)
        return .bare(.object(row), status: status)
    }
}

import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    private static let models: [(id: Int64, name: String, external: String, vendor: String)] = [
        (-29, "GPT-4.1", "gpt-4.1", "OPENAI"), (-30, "GPT-4.1 mini", "gpt-4.1-mini", "OPENAI"),
        (-31, "Claude Sonnet 4", "claude-sonnet-4", "ANTHROPIC"),
    ]
    private static let tools: [(id: Int64, name: String)] = [
        (501, "Look up order"), (502, "Open ticket"), (503, "Cancel order"),
    ]
    private static let integrations: [(id: Int64, name: String, toolkit: String)] = [
        (91, "Slack", "slack"), (92, "Google Sheets", "googlesheets"),
    ]
    private static let objects: [(id: Int64, name: String, type: Int64, noun: String)] = [
        (1, "people", 5, "Contact"), (2, "orders", 6, "Order"),
    ]

    /// Fills an account that was just opened with what flows refer to by id.
    static func seedCatalogue(_ aid: Int64, _ store: inout EmulatedStore, now: EmulatedTime) {
        let time: Object = [
            "createdAt": .text(now.thousandths), "updatedAt": .text(now.thousandths),
        ]
        func add(_ table: String, _ row: Object) {
            store["frontline/\(table)", "\(aid)/\(row.id)"] = .object(row)
        }
        for (order, model) in models.enumerated() { add("ai-model", row(model, order)) }
        for tool in tools { add("tool", row(tool).merging(time)) }
        for (id, name) in [(Int64(71), "Help centre"), (72, "Returns policy")] {
            let row: Object = [
                "id": .int(id), "accountId": .int(aid), "name": .text(name), "description": .null,
                "namespace": .text("kb-\(id)"), "isShared": true, "isDefault": .bool(id == 71),
                "vectorStoreId": .null, "createdBy": .null,
            ]
            add("knowledge-base", row.merging(time))
        }
        add("playbook", playbook(aid).merging(time))
        for one in integrations { add("integration", row(one).merging(time)) }
        for one in objects {
            add("object", row(one, now.thousandths))
            add(
                "record-type",
                [
                    "id": .int(one.type), "name": .text(one.noun), "display_name": .text(one.noun),
                    "is_default": true, "_object": .text(one.name),
                ])
        }
    }

    private static func row(
        _ model: (id: Int64, name: String, external: String, vendor: String), _ order: Int
    ) -> Object {
        [
            "id": .int(model.id), "name": .text(model.name), "description": .null,
            "externalId": .text(model.external), "aiVendor": .text(model.vendor),
            "isDefault": .bool(order == 0), "order": .int(Int64(order)), "type": "TEXT",
            "creditsPerMessage": 1, "analyticsColor": .null, "reasoningModel": false,
        ]
    }

    private static func row(_ tool: (id: Int64, name: String)) -> Object {
        newTool.merging([
            "id": .int(tool.id), "name": .text(tool.name), "description": .text(tool.name),
            "method": "POST", "url": .text("https://api.example.com/tools/\(tool.id)"),
        ])
    }

    private static func row(_ one: (id: Int64, name: String, toolkit: String)) -> Object {
        [
            "id": .int(one.id), "toolkit": .text(one.toolkit), "alias": .text(one.name),
            "visibility": "SHARED", "isConnected": true, "isExpired": false,
            "connectedEmail": .null, "connectedAt": .null,
        ]
    }

    private static func row(
        _ one: (id: Int64, name: String, type: Int64, noun: String), _ time: String
    ) -> Object {
        [
            "id": .int(one.id), "name": .text(one.name), "display_name": .text(one.name),
            "type": "object", "custom": false, "created_at": .text(time),
            "updated_at": .text(time),
        ]
    }

    private static func playbook(_ aid: Int64) -> Object {
        [
            "id": 81, "name": "Refunds", "description": "How refunds are given",
            "isActive": true, "instructions": "Check the order, then refund it.", "tools": [],
            "accountId": .int(aid), "createdByUserId": .int(aid + 1), "visibility": "ACCOUNT",
        ]
    }
}

import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// The types a body may name; DYNAMIC_TABLES is known, but no type for flows.
    static let nodeTypes = ["START"] + dataFields.keys.sorted() + ["DYNAMIC_TABLES"]

    private static let vendors = ["OPENAI", "ANTHROPIC", "GOOGLE", "AZURE", "DEEPSEEK", "LLAMA"]
    private static let conditions: Schema = .list(
        .object([.need("handleId", .text()), .need("expression", .text())]))
    private static let pairs: Schema = .list(
        .object([.need("key", .text()), .need("value", .text())]))
    private static let model: [Field] = [
        .may("aiModelId", .nullable(.number())), .may("model", .nullable(.text())),
        .may("aiVendor", .nullable(.word(vendors))),
    ]
    private static let knowledge: [Field] = [
        .may("knowledgeBaseMode", .word(["DEFAULT", "CUSTOM", "DISABLED"]), or: "DEFAULT"),
        .may("knowledgeBaseIds", .nullable(.list(.positiveInteger))),
    ]

    /// What a record type allows an AI to do.
    static let permissions = ["read", "create", "update", "delete", "createActivity"]
    static let recordTypeFields: [Field] =
        [.need("recordTypeId", .number())] + permissions.map { .may($0, .bool) }
    static let connectedAccountFields: [Field] = [
        .need("connectedAccountId", .number()), .may("useAllTools", .bool, or: true),
        .may("selectedToolSlugs", .nullable(.list(.text()))),
    ]
    static let systemToolFields: [Field] = [
        "webSearchEnabled", "urlScrapeEnabled", "linkedinSearchEnabled",
    ].map { .may($0, .bool, or: false) }

    /// The members of `data` for each type of node; START has none.
    static let dataFields: [String: [Field]] = [
        "TRIGGER_INTENT": [
            .may("intentIds", .nullable(.list(.number()))),
            .may("agenticRouting", .nullable(.text())),
        ],
        "SAY_AI": model + [
            .need("sayWithAi", .bool), .may("message", .nullable(.text())),
            .may("prompt", .nullable(.text())), .may("temperature", .number(), or: 0.7),
        ],
        "RESPONSE_AI": model + knowledge + [
            .need("assistantId", .text()), .need("instructions", .nullable(.text())),
            .need("temperature", .number()), .need("captureVariables", .list(.anything)),
            .need("exitNodeWhen", .word(["ALL_VARIABLES", "FLOW_TRIGGERED", "ANY_VARIABLES"])),
        ],
        "TOOLS_AI": model + knowledge + toolsFields,
        "API": [
            .need("url", .text()), .need("headers", pairs),
            .need("method", .word(["GET", "POST", "PUT", "DELETE", "PATCH"])),
            .may("body", .nullable(.text())), .may("response", .nullable(.text())),
            .may("parameters", .nullable(pairs)),
            .may("variables", .nullable(.list(.object(captureFields)))),
        ],
        "CONDITIONAL_ROUTING": model + [
            .need("routingType", .word(["CONDITIONAL_AI", "DYNAMIC"])),
            .need("conditions", conditions), .may("temperature", .number()),
        ],
        "CREATE_RECORD_ACTIVITY": [
            .need("recordTypeId", .number()), .need("rowId", .text()),
            .need(
                "activityType",
                .word(["NOTE", "EMAIL", "PHONE_CALL", "MEETING", "WHATSAPP"])),
            .need("content", .text()),
        ],
    ]

    private static let captureFields: [Field] = [
        .need("key", .text()), .need("value", .text()),
        .may("fullResponse", .bool, or: false),
    ]

    private static let toolsFields: [Field] = [
        .need("conditions", conditions), .need("instructions", .nullable(.text())),
        .may("prompt", .nullable(.text())), .may("temperature", .number()),
        .may("customToolIds", .nullable(.list(.number()))),
        .may("maxIterations", .number(1...30), or: 10),
        .may("agentType", .word(["BASIC", "ADVANCED"]), or: "BASIC"),
        .may("captureVariables", .nullable(.list(.anything))),
        .may("playbookIds", .nullable(.list(.positiveInteger))),
        .may("selectedRecordTypes", .nullable(.list(.object(recordTypeFields)))),
        .may("systemToolsConfig", .nullable(.object(systemToolFields))),
        .may("connectedAccountConfigs", .nullable(.list(.object(connectedAccountFields)))),
    ]
}

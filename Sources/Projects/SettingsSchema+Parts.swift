import Documents
import Platforms

/// The parts of the schemas of settings.
extension SettingsSchema {
    static func document(
        _ form: SettingsDocument.Form, _ summary: String, required: [String], _ own: Object,
        _ catalog: ProjectCatalog
    ) -> Value {
        var properties: Object = [
            "$schema": ["type": "string"],
            "kind": ["const": .text(form.rawValue)],
            "accounts": accounts(catalog),
            "vars": [
                "type": ["object", "null"],
                "description": "Values that texts read as `${var.NAME}`.",
            ],
            "ledger": [
                "type": "string", "description": "Where Weir keeps what it has applied.",
                "examples": [".weir/ledger.sqlite"],
            ],
        ]
        for member in own.members { properties[member.key] = member.value }
        return [
            "$schema": draft, "title": .text(form.rawValue), "description": .text(summary),
            "type": "object", "required": .list(required.map { .text($0) }),
            "properties": .object(properties), "additionalProperties": false,
        ]
    }

    static let secrets: Value = [
        "type": ["object", "null"], "additionalProperties": false,
        "description": "Where secrets are read, behind the process environment.",
        "properties": [
            "dotenv": [
                "type": "string", "description": "A file of NAME=value lines, outside of git.",
                "examples": [".env"],
            ],
            "command": [
                "type": "array", "items": ["type": "string"],
                "description": "A program that prints the secret `{name}`.",
                "examples": [["op", "read", "op://crm/{name}"]],
            ],
            "environment": [
                "type": "array", "items": ["type": "string"],
                "description": "The variables that the program gets beside the usual ones.",
            ],
            "names": [
                "type": "array", "items": ["type": "string"],
                "description": "The only secrets that the project can ask for.",
            ],
        ],
    ]

    static func addresses(_ summary: String) -> Value {
        [
            "type": ["array", "null"], "items": ["type": "string"],
            "description": .text(summary), "examples": [["lytics/flow/welcome", "lytics/job/*"]],
        ]
    }

    private static func accounts(_ catalog: ProjectCatalog) -> Value {
        let platforms = catalog.platforms.flatMap { [$0.name] + $0.aliases }
        var properties: Object = [
            "platform": [
                "enum": .list(platforms.map { .text($0) }),
                "description": "Where the account is; else the entry's own name.",
            ],
            "url": ["type": "string", "description": "The base URL of the service."],
            "token": [
                "type": "string", "pattern": "\\$\\{secret\\.",
                "patternErrorMessage": "write a secret such as ${secret.NAME}",
                "description": "The token, a secret.",
            ],
            "insecure": [
                "type": "boolean", "default": false,
                "description": "Whether the token may go over `http://` to another machine.",
            ],
            "account_id": [
                "type": ["string", "number"],
                "description":
                    "The platform's number of the account, where a token reaches several.",
            ],
        ]
        for option in catalog.platforms.flatMap(\.options) {
            var schema: Object = ["description": .text(option.summary)]
            if !option.words.isEmpty {
                schema["enum"] = .list(option.words.map { .text($0) })
                schema["default"] = option.words.first.map { .text($0) }
            }
            properties[option.name] = .object(schema)
        }
        return [
            "type": ["object", "null"], "description": "The accounts by their names.",
            "additionalProperties": [
                "type": ["object", "null"], "properties": .object(properties),
                "additionalProperties": false,
            ],
        ]
    }

    /// The fields of every kind behind an address, also as paths with dots. An account may have any
    /// name; one that is called as its platform tells which of several kinds is meant.
    static func patch(_ catalog: ProjectCatalog) -> Value {
        let kinds = catalog.kindNames.compactMap { catalog.kind($0) }
        var patterns: Object = [:]
        for (type, kinds) in Dictionary(grouping: kinds, by: \.name.type)
            .sorted(by: { $0.key < $1.key })
        {
            let schemas = kinds.map { JSONSchema.patch(for: $0) }
            let platforms = kinds.map(\.name.platform)
            let others = platforms.map { $0 + "/" }.joined(separator: "|")
            for (platform, schema) in zip(platforms, schemas) {
                patterns["^\(platform)/\(type)/[A-Za-z0-9_-]+$"] = schema
            }
            patterns["^(?!\(others))([A-Za-z0-9_-]+/)?\(type)/[A-Za-z0-9_-]+$"] =
                schemas.count == 1 ? schemas[0] : ["anyOf": .list(schemas)]
        }
        return [
            "type": ["object", "null"],
            "description": "What differs here, by address; fields by their paths.",
            "patternProperties": .object(patterns), "additionalProperties": false,
        ]
    }
}

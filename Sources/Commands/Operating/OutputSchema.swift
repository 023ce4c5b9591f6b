import ArgumentParser
import Documents
import Platforms

/// A command whose `--format json` has a schema, which `weir schema` prints.
protocol DocumentedCommand: ParsableCommand {
    /// What is printed, as JSON Schema (draft-07) without its head.
    static var output: Value { get }
}

/// Builds the schemas of what commands print.
enum OutputSchema {
    /// One member of an object.
    struct Field {
        let key: String
        let type: String
        let summary: String

        init(_ key: String, _ type: String, _ summary: String) {
            self.key = key
            self.type = type
            self.summary = summary
        }
    }

    /// An object that has all of these members; each may be null.
    static func object(_ fields: [Field]) -> Value {
        let properties = fields.map { field -> (String, Value) in
            let type: Value = [.text(field.type), "null"]
            return (field.key, ["type": type, "description": .text(field.summary)])
        }
        return [
            "type": "object", "additionalProperties": false,
            "properties": .object(Object(properties)),
            "required": .list(fields.map { .text($0.key) }),
        ]
    }

    /// A list.
    static func list(of items: Value) -> Value { ["type": "array", "items": items] }

    /// An object of a kind as the platform shows it: what Weir knows of it, and whatever else.
    static func live(_ kind: any Kind) -> Value {
        let properties = kind.shape.fields.map { field -> (String, Value) in
            (field.name, ["description": .text(field.summary)])
        }
        return [
            "type": "object", "description": .text(kind.summary),
            "properties": .object(Object(properties)),
        ]
    }

    /// What can only be referred to, as the platform shows it.
    static func live(lookup name: KindName) -> Value {
        let summary = Catalog.lookup(name).map { Value.text($0.summary) }
        return ["type": "object", "description": summary ?? .null]
    }

    /// What commands that write print.
    static let written = list(of: [
        "type": "object", "required": ["id", "did"],
        "properties": [
            "id": ["type": "string", "description": "The live id of what was written."],
            "did": ["type": "string", "description": "What was done."],
            "object": ["type": "object", "description": "The object as the platform answered."],
            "remarks": ["type": "array", "description": "What is not as it should be."],
        ],
    ])

    /// The schema of a command as a document.
    static func document(_ command: [String], _ output: Value) -> Value {
        var schema = output.object ?? [:]
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        schema["title"] = .text("weir \(command.joined(separator: " ")) --format json")
        return .object(schema)
    }

    /// Every documented command below a command, by its words.
    static func all(
        below command: any ParsableCommand.Type = WeirCommand.self, words: [String] = []
    ) -> [(words: [String], output: Value)] {
        var found: [(words: [String], output: Value)] = []
        if let documented = command as? any DocumentedCommand.Type {
            found.append((words, documented.output))
        }
        for child in command.configuration.subcommands {
            let name = child.configuration.commandName ?? ""
            found += all(below: child, words: words + [name])
        }
        return found
    }
}

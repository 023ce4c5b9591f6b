public import Documents
import Platforms

/// The JSON Schemas (draft-07) of `weir.yaml`, of environments, and of any document of a project.
public enum SettingsSchema {
    /// The schema of `weir.yaml`.
    public static func project(_ catalog: ProjectCatalog) -> Value {
        document(
            .project, "A project: its accounts, its secrets and what it leaves out.",
            required: ["kind", "name"],
            [
                "name": [
                    "type": "string", "pattern": "^[A-Za-z0-9_-]+$",
                    "description": "The project's name, the same for everybody.",
                ],
                "default_environment": [
                    "type": "string",
                    "description": "The environment where neither `--env` nor WEIR_ENV says one.",
                ],
                "ignore": [
                    "type": "array", "items": ["type": "string"], "examples": [["drafts/**"]],
                    "description": "Patterns of files that are left out of the project.",
                ],
                "secrets": secrets,
            ], catalog)
    }

    /// The schema of an environment.
    public static func environment(_ catalog: ProjectCatalog) -> Value {
        document(
            .environment, "An environment: what differs from the other environments.",
            required: ["kind", "id"],
            [
                "id": [
                    "type": "string", "pattern": "^[A-Za-z0-9_-]+$",
                    "description": "The environment's name, as `--env` takes it.",
                ],
                "only": addresses("The addresses that the environment has; no others."),
                "except": addresses("The addresses that the environment does not have."),
                "patch": patch(catalog),
            ], catalog)
    }

    /// One schema of any document, which chooses by `kind`.
    public static func any(_ catalog: ProjectCatalog) -> Value {
        var all = catalog.kindNames.compactMap { name in
            catalog.kind(name).map { (name, JSONSchema.document(for: $0)) }
        }
        all.append((SettingsDocument.Form.project.rawValue, project(catalog)))
        all.append((SettingsDocument.Form.environment.rawValue, environment(catalog)))
        let choices = all.map { name, _ -> Value in
            let pointer = "#/definitions/" + name.replacing("/", with: "~1")
            return [
                "if": ["properties": ["kind": ["const": .text(name)]], "required": ["kind"]],
                "then": ["$ref": .text(pointer)],
            ]
        }
        return [
            "$schema": draft, "title": "Weir", "type": "object", "required": ["kind"],
            "description": "Any document of a project.",
            "properties": [
                "kind": [
                    "enum": .list(all.map { .text($0.0) }),
                    "description": "What the document describes.",
                ]
            ],
            "allOf": .list(choices),
            "definitions": .object(Object(all.map { ($0.0, embedded($0.1)) })),
        ]
    }

    static let draft: Value = "http://json-schema.org/draft-07/schema#"

    /// A schema within another, which names the draft once.
    private static func embedded(_ schema: Value) -> Value {
        guard var object = schema.object else { return schema }
        object["$schema"] = nil
        return .object(object)
    }
}

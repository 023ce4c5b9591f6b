import Documents
import Platforms
import Tenex

/// The schemas of what 10ex answers, with the standard names.
enum TenexSchemas {
    static let workflow = live(.workflow, "A workflow with the graph of its current version.")
    static let version = live(.version, "A version of a workflow with its graph.")
    static let template = live(.template, "A template with its inputs and graph.")
    static let trigger = live(.trigger, "What starts a workflow, or tells a URL.")
    static let run = live(.run, "A run with its payload, its path and what came of it.")

    private static func live(_ shape: TenexShape, _ summary: String) -> Value {
        let fields = shape.fields.map { ($0, Value.object([:])) }
        return [
            "type": "object", "description": .text(summary), "properties": .object(Object(fields)),
        ]
    }
}

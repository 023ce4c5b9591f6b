import Diagnostics
import Documents
import Platforms
import Testing

@Suite struct KindOutputTests {
    private let schema = JSONSchema.document(for: SampleKind())

    private func field(_ name: String) -> Value? { schema["properties"]?[name] }

    @Test func `A schema names the kind, the id and our own block`() {
        #expect(schema["$schema"] == "http://json-schema.org/draft-07/schema#")
        #expect(field("kind") == ["const": "sample/flow"])
        #expect(field("id")?["pattern"] == "^[A-Za-z0-9_-]+$")
        #expect(field("weir")?["additionalProperties"] == false)
        #expect(
            field("weir")?["properties"]?["on_remove"]?["enum"] == ["drain", "delete", "forget"])
        #expect(schema["required"] == ["kind", "id", "label"])
        #expect(schema["additionalProperties"] == false)
    }

    @Test func `A schema describes fields, and leaves out what the platform sets`() {
        #expect(
            field("label") == [
                "type": ["string", "number", "boolean"], "description": "Its name.",
                "examples": ["Welcome"],
            ])
        #expect(field("version") == nil)
        let expression: Value = ["type": "string", "pattern": "\\$\\{"]
        #expect(field("open")?["if"] == expression)
        #expect(field("open")?["else"] == ["type": ["boolean", "null"]])
        #expect(field("open")?["default"] == true)
        #expect(field("token")?["pattern"] == "\\$\\{secret\\.")
        #expect(field("free") == ["description": "Anything."])
        #expect(field("settings")?["else"]?["additionalProperties"] == true)
    }

    @Test func `A patch may leave out any field, and reaches further in by paths`() {
        let patch = JSONSchema.patch(for: SampleKind())
        #expect(patch["required"] == nil)
        #expect(patch["properties"]?["label"] != nil && patch["properties"]?["id"] == nil)
        #expect(patch["patternProperties"]?["^[^.]+(\\.[^.]+)+$"] != nil)
        #expect(patch["additionalProperties"] == false)
    }

    @Test func `A text field may come from a file`() {
        let pattern = "^(label|token)@$"
        #expect(schema["patternProperties"]?[pattern]?["type"] == "string")
    }

    @Test func `A tag decides which fields may and must be written`() {
        let step = field("steps")?["else"]?["items"]
        let delay = step?["allOf"]?.list?.first {
            $0["if"]?["properties"]?["type"]?["const"] == "delay"
        }
        #expect(delay?["then"]?["required"] == ["delay"])
        #expect(delay?["then"]?["properties"] == ["job": false, "branches": false])
        #expect(delay?["if"]?["required"] == ["type"])
        #expect(step?["required"] == ["slug", "type"])
    }

    @Test func `An explanation is a table and an example`() {
        let lines = KindExplanation.text(for: SampleKind())
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "sample/flow")
        #expect(lines.contains { $0.hasPrefix("FIELD") && $0.contains("TYPE") })
        let label = lines.first { $0.hasPrefix("label ") } ?? ""
        let delay = lines.first { $0.hasPrefix("  delay ") } ?? ""
        #expect(label.contains("required") && label.hasSuffix("Its name."))
        #expect(delay.contains("duration") && delay.contains("required, for delay"))
        #expect(lines.first { $0.hasPrefix("open") }?.contains("default true") == true)
        #expect(lines.first { $0.hasPrefix("steps") }?.contains("list by slug") == true)
        #expect(lines.contains("  kind: sample/flow"))
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test(arguments: [60, 80, 120]) func `An explanation fits a terminal`(width: Int) {
        let example = KindExplanation.text(for: SampleKind()).split(separator: "EXAMPLE")[1]
        let parts = KindExplanation.text(for: SampleKind(), width: width).split(
            separator: "EXAMPLE")
        #expect(parts[0].split(separator: "\n").allSatisfy { $0.displayWidth <= width })
        #expect(parts[0].contains("FIELD") && parts[0].contains("  delay"))
        #expect(parts[1] == example)
    }
}

import Documents
import Platforms
import Testing

@testable import Projects

@Suite struct SettingsSchemaTests {
    @Test(arguments: SettingsDocument.Form.allCases)
    func `a schema of settings has the keys that are read, but not those that are refused`(
        _ form: SettingsDocument.Form
    ) {
        let schema =
            form == .project
            ? SettingsSchema.project(.toys) : SettingsSchema.environment(.toys)
        let keys = schema["properties"]?.object?.keys.sorted() ?? []
        #expect(keys == form.keys.filter { $0 != "guards" }.sorted())
    }

    @Test func `a patch completes the fields of the kind that its address names`() {
        let patterns =
            SettingsSchema.environment(.toys)["properties"]?["patch"]?["patternProperties"]?.object
        let flow = patterns?.members.first { $0.key.contains("flow/") }?.value
        #expect(flow?["properties"]?["label"] != nil)
        #expect(flow?["properties"]?["kind"] == nil)
        #expect(flow?["required"] == nil)
    }

    @Test func `one schema chooses by the kind`() {
        let schema = SettingsSchema.any(.toys)
        let kinds = schema["properties"]?["kind"]?["enum"]?.list?.compactMap(\.text) ?? []
        #expect(kinds.contains("weir/project") && kinds.contains("weir/environment"))
        #expect(schema["allOf"]?.list?.count == kinds.count)
        #expect(schema["definitions"]?.object?.keys.sorted() == kinds.sorted())
    }
}

import Documents
import Platforms
import Testing

/// The names of looked up things in a value.
@Suite struct `names in a value` {
    private static let tool = KindName("toy", "tool")
    private static let shape = Shape(fields: [
        Field(name: "steps", type: .list(.object(step), key: "slug"), rules: .none, summary: "")
    ])
    private static let step = Shape(fields: [
        Field(name: "slug", type: .text, rules: .required, summary: ""),
        Field(
            name: "work", type: .map(.any),
            rules: Rules.none.naming(tool, in: "tool", isCertain: true), summary: ""),
    ])

    private func value(_ tools: [(slug: String, tool: Value)]) -> Value {
        ["steps": .list(tools.map { ["slug": .text($0.slug), "work": ["tool": $0.tool]] })]
    }

    @Test func `stand in free maps of the elements of lists too`() {
        let wanted = value([("a", "saw"), ("b", "axe"), ("c", 3)])
        let names = Self.shape.names(in: wanted, before: nil)
        #expect(names.map(\.path.description) == ["steps.a.work.tool", "steps.b.work.tool"])
        #expect(names.map(\.text) == ["saw", "axe"])
    }

    @Test func `are those that were not there before, wherever the element stood`() {
        let wanted = value([("a", "saw"), ("b", "axe")])
        let before = value([("b", "axe"), ("a", "awl")])
        let names = Self.shape.names(in: wanted, before: before)
        #expect(names.map(\.text) == ["saw"])
    }
}

import Diagnostics
import Documents
import Testing

@Suite struct ExpressionSyntaxTests {
    private func parse(_ yaml: String) -> (parts: [RawPart]?, spans: [String], report: Report) {
        var (documents, report) = read(yaml)
        guard let node = documents.first?.root["x"] else { return (nil, [], report) }
        let parts = ExpressionSyntax.locate(node, bytes: Array(yaml.utf8), into: &report)
        return (parts?.map(\.part), (parts ?? []).map { slice(yaml, $0.span) }, report)
    }

    @Test func `a text without expressions is left alone`() {
        #expect(parse("x: costs 5 $").parts == nil)
        #expect(parse("x: '{NAME} {{ a }}'").parts == nil)
        #expect(parse("x: 5").parts == nil)
    }

    @Test func `every root is read`() {
        let (parts, spans, report) = parse(
            "x: a ${var.v} ${env.E} ${env.E:-https://x/y} ${secret.S} $${no}")
        #expect(
            parts == [
                .literal("a "), .variable("v"), .literal(" "), .environment("E", default: nil),
                .literal(" "), .environment("E", default: "https://x/y"), .literal(" "),
                .secret("S"), .literal(" ${no}"),
            ])
        #expect(spans[1] == "${var.v}")
        #expect(spans[5] == "${env.E:-https://x/y}")
        #expect(report.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("${job/braze}", ["job", "braze"], "id"), ("${job/braze.name}", ["job", "braze"], "name"),
        ("${ai-model/\"GPT-4.1\"}", ["ai-model", "GPT-4.1"], "id"),
        ("${segment/\"New sign-ups\".slug}", ["segment", "New sign-ups"], "slug"),
        ("${lytics/agent/a/variable/n}", ["lytics", "agent", "a", "variable", "n"], "id"),
    ])
    func `references have a path and a field`(_ text: String, _ path: [String], _ field: String) {
        let parts = parse("x: '\(text)'").parts
        guard case .reference(let reference)? = parts?.first else {
            Issue.record("no reference in \(text)")
            return
        }
        #expect(reference.path == path)
        #expect(reference.field == field)
    }

    @Test func `spans are found in quoted, folded and escaped texts`() {
        #expect(parse("x: \"a\\n${var.v}\"").spans.last == "${var.v}")
        #expect(parse("x: |\n  é\n  ${var.v}\n").spans[1] == "${var.v}")
        #expect(
            parse("x: >\n  a ${var.a}\n  ${var.a}\n").spans.filter { $0 == "${var.a}" }.count == 2)
    }

    @Test(arguments: [
        ("x: ${var.a", "expression/unclosed"), ("x: ${}", "expression/empty"),
        ("x: ${var.}", "expression/empty"), ("x: ${vra.a}", "expression/unknown-root"),
        ("x: ${job}", "expression/unknown-root"), ("x: ${job/}", "expression/empty"),
        ("x: ${job/a b}", "expression/malformed"), ("x: ${env.A:b}", "expression/malformed"),
    ])
    func `mistakes are reported`(_ yaml: String, _ code: String) {
        #expect(codes(parse(yaml).report) == [code])
    }

    @Test func `a misspelt root offers the nearest`() {
        #expect(parse("x: ${secrt.A}").report.diagnostics.first?.help == "did you mean `secret.`?")
    }
}

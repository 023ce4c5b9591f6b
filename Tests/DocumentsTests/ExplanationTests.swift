import Diagnostics
import Documents
import Testing

@Suite struct `Explanations of documents` {
    @Test(arguments: YAMLCode.explanations.filter { $0.example != nil })
    func `every example of YAML breaks its own rule`(explanation: Explanation) throws {
        let example = try #require(explanation.example)
        var report = Report()
        _ = DocumentParser.parse(Array(example.utf8), source: SourceID(0), into: &report)
        #expect(Set(report.diagnostics.map(\.code)) == [explanation.code])
    }

    @Test(arguments: ExpressionCode.explanations)
    func `every example of an expression breaks its own rule`(explanation: Explanation) throws {
        let bytes = Array(try #require(explanation.example).utf8)
        var report = Report()
        let documents = DocumentParser.parse(bytes, source: SourceID(0), into: &report)
        let text = try #require(documents.first?.root["label"])
        _ = ExpressionSyntax.locate(text, bytes: bytes, into: &report)
        #expect(report.diagnostics.map(\.code) == [explanation.code])
    }
}

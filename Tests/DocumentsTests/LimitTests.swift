import Diagnostics
import Documents
import Testing

@Suite struct LimitTests {
    @Test func `an alias bomb is refused before it goes off`() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, inner) in zip("bcdefghi", "abcdefgh") {
            let items = Array(repeating: "*\(inner)", count: 9).joined(separator: ", ")
            text += "\(name): &\(name) [\(items)]\n"
        }
        let (documents, report) = read(text)
        #expect(codes(report) == ["yaml/alias-bomb"])
        #expect(documents.isEmpty)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func `deep nesting is refused`(_ sign: String) {
        let text = String(repeating: sign, count: 100_000)
        #expect(codes(read(text).report) == ["yaml/too-deep"])
    }

    @Test func `the allowed depth is allowed`() {
        let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(read(text).report.diagnostics.isEmpty)
    }

    @Test func `too many bytes or nodes are refused`() {
        let limits = DocumentParser.Limits(maximumBytes: 100, maximumNodes: 10)
        #expect(codes(read("[1, 2, 3, 4, 5, 6, 7, 8, 9]", limits: limits).report) == [])
        #expect(
            codes(read("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", limits: limits).report)
                == ["yaml/too-large"])
        let long = String(repeating: "x", count: 101)
        #expect(codes(read(long, limits: limits).report) == ["yaml/too-large"])
    }

    @Test func `a map of many keys does not take quadratic time`() {
        let text = (0..<50_000).map { "key\($0): 1\n" }.joined() + "key7: 2\n"
        #expect(codes(read(text).report) == ["yaml/duplicate-key"])
    }

    @Test func `a file of nothing but mistakes ends after a thousand`() {
        let (_, report) = read("[" + String(repeating: "*a,", count: 50_000) + "]")
        #expect(report.diagnostics.count == 1002)
        #expect(report.diagnostics.last?.code == "yaml/many-problems")
    }
}

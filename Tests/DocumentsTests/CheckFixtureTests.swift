import Diagnostics
import Documents
import FoundationEssentials
import Testing

@Suite struct CheckFixtureTests {
    static let names = [
        "quoting", "keys", "other-readers", "tags", "aliases", "non-ascii", "syntax",
    ]

    @Test(arguments: names) func `a fixture is reported exactly as its carets say`(
        _ name: String
    ) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures")
        let text = try String(contentsOf: folder.appending(path: name + ".yaml"), encoding: .utf8)
        let source = Source(name: name + ".yaml", text: text)
        var report = Report()
        _ = DocumentParser.parse(source, as: SourceID(0), into: &report)
        let differences = CheckFixture(text).differences(from: report, in: source)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func `a fixture notices what is missing and what is too much`() {
        let text = "a: 1\na: 2\n#^ error[yaml/other]: no\n"
        let source = Source(name: "x.yaml", text: text)
        var report = Report()
        _ = DocumentParser.parse(source, as: SourceID(0), into: &report)
        #expect(CheckFixture(text).differences(from: report, in: source).count == 2)
    }
}

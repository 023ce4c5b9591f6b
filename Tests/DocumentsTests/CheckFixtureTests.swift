import CheckFixtures
import Diagnostics
import Documents
import FoundationEssentials
import Testing

@Suite struct CheckFixtureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures").path

    @Test(arguments: CheckFixture.names(in: folder))
    func `a fixture is reported exactly as its carets say`(
        _ name: String
    ) throws {
        let text = try CheckFixture.text(of: name, in: Self.folder)
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

import CheckFixtures
import Diagnostics
import Documents
import FoundationEssentials
import Lytics
import Platforms
import Testing

@Suite struct `Fixtures of Lytics` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures").path
    private static let names = CheckFixture.names(in: folder)

    @Test(arguments: names) func `a file is reported exactly as its carets say`(
        _ name: String
    ) throws {
        let text = try CheckFixture.text(of: name, in: Self.folder)
        var report = Report()
        for document in LyticsDocuments.documents(text, into: &report) {
            _ = LyticsDocuments.kind(document.address.type).decode(document, into: &report)
        }
        let source = Source(name: name + ".yaml", text: text)
        let differences = CheckFixture(text).differences(from: report, in: source)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func `every rule that an example breaks is broken by a file`() throws {
        let broken = try Self.names.flatMap { name in
            CheckFixture(try CheckFixture.text(of: name, in: Self.folder)).expected.map(\.text)
        }
        for explanation in LyticsPlatform.explanations where explanation.example != nil {
            #expect(
                broken.contains { $0.contains("[\(explanation.code)]") },
                "no file breaks `\(explanation.code)`")
        }
    }
}

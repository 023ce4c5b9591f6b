import CheckFixtures
import Diagnostics
import Documents
import FoundationEssentials
import Testing

@testable import Platforms

@Suite struct `Fixtures of 10ex` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures").path
    private static let names = CheckFixture.names(in: folder)

    @Test(arguments: names) func `a file is reported exactly as its carets say`(
        _ name: String
    ) throws {
        let text = try CheckFixture.text(of: name, in: Self.folder)
        let source = Source(name: name + ".yaml", text: text)
        let differences = CheckFixture(text).differences(
            from: TenexDocuments.decode(text).report, in: source)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func `every rule that an example breaks is broken by a file`() throws {
        let broken = try Self.names.flatMap { name in
            CheckFixture(try CheckFixture.text(of: name, in: Self.folder)).expected.map(\.text)
        }
        for explanation in `Checks of 10ex`.explanations where explanation.example != nil {
            #expect(
                broken.contains { $0.contains("[\(explanation.code)]") },
                "no file breaks `\(explanation.code)`")
        }
    }
}

import Diagnostics
import Platforms
import Projects
import Testing

@Suite struct `Explanations of projects` {
    @Test(
        arguments: (SettingsCode.explanations + ProjectCode.explanations
            + AccountOptionCode.explanations)
            .filter { $0.example != nil })
    func `every example breaks its own rule and no other`(explanation: Explanation) async throws {
        let example = try #require(explanation.example)
        let isWhole = example.hasPrefix("kind: weir/project")
        let folder = try Folder([isWhole ? "weir.yaml" : "example.yaml": example])
        let load = await folder.load(catalog: .all)
        #expect(Set(load.report.diagnostics.map(\.code)) == [explanation.code])
    }
}

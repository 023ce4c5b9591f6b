import Diagnostics
import Flows
import Foundation
import Frontline
import Lytics
import Platforms
import Tenex
import Testing

@testable import Commands

@Suite struct `weir explain` {
    /// The codes of one area each.
    private static let areas: [any ExplainedCode.Type] =
        Explanation.floors + [
            LyticsCode.self, LyticsCommandCode.self, FrontlineCode.self, TenexCode.self,
            TenexCommandCode.self,
        ]

    @Test func `explains no code twice`() {
        let codes = Explanation.all.map(\.code)
        #expect(codes.count > 250)
        #expect(Set(codes).count == codes.count)
    }

    @Test func `says more than the code, and the same of no two`() {
        #expect(Explanation.all.allSatisfy { $0.text.count > 30 && $0.text.hasSuffix(".") })
        let texts = Self.areas.flatMap { $0.explanations }.map(\.text)
        #expect(Set(texts).count == texts.count)
    }

    @Test func `explains the codes of every area, and those that platforms share`() {
        let own = Set(Self.areas.flatMap { $0.explanations }.map(\.code))
        let known = Set(Explanation.all.map(\.code))
        #expect(own.subtracting(known).sorted() == [])
        let shared = known.subtracting(own).filter { code in
            !FieldCode.allCases.contains { $0.matches(code) }
                && !FlowCode.allCases.contains { $0.matches(code) }
        }
        #expect(shared.sorted() == [])
    }

    @Test func `explains no code that nothing reports`() throws {
        let written = try Self.sources()
        let names =
            Self.areas.flatMap { $0.names } + FieldCode.allCases.map { "FieldCode.\($0)" }
            + FlowCode.allCases.map { "FlowCode.\($0)" }
        #expect(names.filter { !written.contains($0) } == [])
    }

    /// Every `Type.member` that the sources write.
    private static func sources() throws -> Set<String> {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        for case let file as URL in try #require(paths) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." }
            for word in words where word.contains("Code.") {
                names.insert(word.split(separator: ".").prefix(2).joined(separator: "."))
            }
        }
        return names
    }
}

extension ExplainedCode {
    /// The cases as the sources write them: `PlanCode.stale`.
    fileprivate static var names: [String] { allCases.map { "\(Self.self).\($0)" } }
}

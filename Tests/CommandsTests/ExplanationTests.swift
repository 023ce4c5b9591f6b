import Diagnostics
import Foundation
import Platforms
import Testing

@testable import Commands

@Suite struct `weir explain` {
    @Test func `knows every code that the sources report`() throws {
        let known = Set(Explanation.all.map(\.code))
        let reported = try Self.reported()
        #expect(reported.count > 120)
        #expect(reported.subtracting(known).sorted() == [])
    }

    @Test func `explains no code that the sources do not report, and none twice`() throws {
        let codes = Explanation.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes).subtracting(try Self.reported()).sorted() == [])
    }

    @Test func `says more than the code`() {
        #expect(Explanation.all.allSatisfy { $0.text.count > 30 && $0.text.hasSuffix(".") })
    }

    /// The codes in all sources: written out, or with a platform's name in front.
    private static func reported() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let paths = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var codes: Set<String> = []
        for case let file as URL in try #require(paths) where file.pathExtension == "swift" {
            guard !file.lastPathComponent.hasSuffix("Explanations.swift") else { continue }
            codes.formUnion(Self.codes(in: try String(contentsOf: file, encoding: .utf8)))
        }
        return codes
    }

    private static func codes(in text: String) -> Set<String> {
        let areas = [
            "yaml", "json", "expression", "project", "plan", "apply", "account", "secret",
            "ledger", "demo", "explain", "init", "file", "operate", "graph", "schema",
        ]
        let written = text.matches(of: /"([a-z]+)\/[a-z0-9-]+"/)
            .filter { areas.contains(String($0.1)) }.map { String($0.0.dropFirst().dropLast()) }
        let ofChecks = text.matches(
            of: /(?:error|warning|note|code|steps|ways|FlowCheck)[(:]\s*"(lytics\/[a-z0-9-]+)"/)
        let prefixed = text.matches(of: /"\\\(area\)(\/[a-z0-9-]+)"/).map { "lytics\($0.1)" }
        let fields = text.matches(of: /error\(\s*"([a-z-]+)",\s*"must/).map { "lytics/\($0.1)" }
        let all = written + ofChecks.map { String($0.1) } + prefixed + fields
        // Unknown targets are found by the check of `next`, at its place in the file.
        return Set(all).subtracting(["lytics/unknown-target"])
    }
}

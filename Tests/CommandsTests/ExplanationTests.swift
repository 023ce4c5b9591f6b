import Diagnostics
import Foundation
import Frontline
import Lytics
import Platforms
import Tenex
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
            "ledger", "demo", "explain", "init", "file", "operate", "graph", "schema", "mcp",
            "usage",
        ]
        let written = text.matches(of: /"([a-z]+)\/[a-z0-9-]+"/)
            .filter { areas.contains(String($0.1)) }.map { String($0.0.dropFirst().dropLast()) }
        let ofChecks = text.matches(
            of:
                /(?:error|warning|note|code|steps|nodes|ways|open|second|FlowCheck|FrontlineCheck|TenexCheck)[(:]\s*"((?:lytics|frontline|tenex)\/[a-z0-9-]+)"/
        )
        let prefixed = text.matches(of: /"\\\(area\)\/([a-z0-9-]+)"/).map { String($0.1) }
        let fields = text.matches(of: /error\(\s*"([a-z-]+)",\s*"must/).map { String($0.1) }
        let shared = ["lytics", "frontline", "tenex"].flatMap { area in
            (prefixed + fields).map { "\(area)/\($0)" }
        }
        return Set(written + ofChecks.map { String($0.1) } + shared).subtracting(unused)
    }

    /// Unknown targets are found by the checks of each platform, at their places in the file; the
    /// rest of the shape of a flow of Frontline is checked by rules of its own.
    private static let unused = [
        "lytics/unknown-target", "frontline/unknown-target", "frontline/unreachable-step",
        "tenex/dead-end",
        "frontline/dead-end", "frontline/never-ends", "frontline/cycle-without-delay",
    ]
}

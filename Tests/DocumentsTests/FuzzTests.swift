import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct FuzzTests {
    static let seed = UInt64.random(in: 0...UInt64.max)

    @Test func `random bytes never crash and every span lies inside`() {
        var random = Randomness(seed: FuzzTests.seed)
        for round in 0..<600 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(bytes, round)
        }
    }

    @Test func `random YAML signs never crash and every span lies inside`() {
        var random = Randomness(seed: FuzzTests.seed &+ 1)
        let signs = Array("a b:-#{}[],&*!|>'\"%@?~$\n\n  \té名<=.01x")
        for round in 0..<6000 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    signs.randomElement(using: &random) ?? " "
                })
            check(Array(text.utf8), round)
        }
    }

    @Test func `mutilated documents never crash and every span lies inside`() {
        var random = Randomness(seed: FuzzTests.seed &+ 2)
        let sample = Array(
            "kind: lytics/flow\nid: &a grüße\nsteps:\n  - { slug: \"x\", next: *a }\n  - text: |\n      hi\n    <<: {a: 1}\n"
                .utf8)
        for round in 0..<3000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes.remove(at: at)
                } else {
                    bytes[at] = UInt8.random(in: 9...126, using: &random)
                }
            }
            check(bytes, round)
        }
    }

    private func check(_ bytes: [UInt8], _ round: Int) {
        var report = Report()
        let documents = DocumentParser.parse(bytes, source: SourceID(0), into: &report)
        _ = try? JSON.parse(bytes)
        _ = JSONDocumentParser.parse(bytes, source: SourceID(0), into: &report)
        var sources = Sources()
        _ = sources.add(Source(name: "fuzz.yaml", bytes: bytes))
        _ = DiagnosticRenderer(sources: sources, isColored: false).render(report)
        let spans =
            documents.flatMap { places($0.root) } + report.diagnostics.flatMap { places($0) }
        for span in spans where span.start > span.end || Int(span.end) > bytes.count {
            Issue.record("seed \(FuzzTests.seed), round \(round): \(span) in \(bytes)")
        }
    }

    private func places(_ node: Node) -> [SourceSpan] {
        let inner =
            (node.list ?? []).flatMap(places)
            + (node.map ?? []).flatMap { [$0.keySpan] + places($0.value) }
        return [node.span] + inner
    }

    private func places(_ diagnostic: Diagnostic) -> [SourceSpan] {
        [diagnostic.primary?.span, diagnostic.fix?.span].compactMap(\.self)
            + diagnostic.secondary.map(\.span)
    }
}

import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
    private func rendered(_ text: String, _ make: (SourceID) -> Diagnostic) -> String {
        var sources = Sources()
        let id = sources.add(Source(name: "flows/a.yaml", text: text))
        return DiagnosticRenderer(sources: sources, isColored: false).render(make(id))
    }

    private func span(_ id: SourceID, _ text: String, _ part: String) -> SourceSpan {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        let start = (0...(bytes.count - wanted.count)).first {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        return SourceSpan(source: id, start: start ?? 0, end: (start ?? 0) + wanted.count)
    }

    @Test func `a problem is shown under its line`() {
        let text = String(repeating: "\n", count: 22) + "  next: send_ofer\n"
        let shown = rendered(text) {
            .error(
                SampleCode.unknownStep, "`next` names a step that does not exist: `send_ofer`",
                at: span($0, text, "send_ofer"), label: "no step has this slug",
                notes: ["a fact"], help: "did you mean `send_offer`?")
        }
        #expect(
            shown == """
                error[lytics/unknown-step]: `next` names a step that does not exist: `send_ofer`
                  --> flows/a.yaml:23:9
                   |
                23 |   next: send_ofer
                   |         ^^^^^^^^^ no step has this slug
                   |
                   = note: a fact
                   = help: did you mean `send_offer`?

                """)
    }

    @Test func `secondary places, gaps and a fix without help are shown`() {
        let text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\na: 6\n"
        let shown = rendered(text) { id in
            .error(
                SampleCode.duplicateKey, "twice", at: SourceSpan(source: id, start: 25, end: 26),
                secondary: [.init(SourceSpan(source: id, start: 0, end: 1), "first")],
                fix: .init(SourceSpan(source: id, start: 25, end: 26), replacement: "f"))
        }
        #expect(
            shown == """
                error[yaml/duplicate-key]: twice
                 --> flows/a.yaml:6:1
                  |
                1 | a: 1
                  | - first
                ...
                6 | a: 6
                  | ^
                  |
                  = help: write `f`

                """)
    }

    @Test func `tabs and wide characters keep the carets in place`() {
        let text = "\t名前: größe x"
        let shown = rendered(text) { .warning(SampleCode.sample, "m", at: span($0, text, "x")) }
        #expect(shown.contains("a.yaml:1:12"))
        #expect(shown.contains("1 |     名前: größe x\n  |                 ^\n"))
    }

    @Test func `a span over lines is marked at its first and last`() {
        let text = "a:\n  b: 1\n  c: 2\n  d: 3\nz: 1\n"
        let shown = rendered(text) {
            .note(
                SampleCode.sample, "m", at: SourceSpan(source: $0, start: 0, end: 23), label: "here"
            )
        }
        #expect(shown.contains("1 | a:\n  | ^^\n...\n4 |   d: 3\n  |   ^^^^ here\n"))
    }

    @Test func `a long line is cut around the span`() {
        let text =
            String(repeating: "left ", count: 60) + "MARK" + String(repeating: " right", count: 60)
        let shown = rendered(text) { .error(SampleCode.sample, "m", at: span($0, text, "MARK")) }
        let lines = shown.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 })
        let source = Array(lines.first { $0.hasPrefix("1 |") } ?? "")
        let carets = Array(lines.first { $0.contains("^") } ?? "")
        let start = carets.firstIndex(of: "^") ?? 0
        #expect(String(source[start..<(start + 4)]) == "MARK")
        #expect(source.contains("…"))
    }

    @Test func `a file has a hundred messages, and then a count`() {
        var sources = Sources()
        let id = sources.add(Source(name: "a.yaml", text: String(repeating: "x\n", count: 250)))
        var report = Report()
        for line in 0..<250 {
            report.add(
                .error(
                    SampleCode.sample, "m\(line)",
                    at: SourceSpan(source: id, start: 2 * line, end: 2 * line + 1)))
        }
        report.add(.error(SampleCode.sample, "without a place"))
        let shown = DiagnosticRenderer(sources: sources, isColored: false).render(report)
        #expect(shown.contains("m99\n") && !shown.contains("m100\n"))
        #expect(shown.contains("without a place"))
        #expect(shown.hasSuffix("150 more in a.yaml\n\n251 errors\n"))
    }

    @Test func `marks that are far apart on a long line get a row each`() {
        let text = "[first, " + String(repeating: "ö, ", count: 100_000) + "second]"
        let source = Source(name: "long.json", text: text)
        var sources = Sources()
        let id = sources.add(source)
        let end = source.bytes.count
        let problem = Diagnostic.error(
            SampleCode.sample, "twice", at: SourceSpan(source: id, start: end - 7, end: end - 1),
            secondary: [.init(SourceSpan(source: id, start: 1, end: 6), "the first one")])
        let renderer = DiagnosticRenderer(sources: sources, isColored: false)
        let lines = renderer.render(problem).split(separator: "\n").map(String.init)
        #expect(lines[1] == " --> long.json:1:300009")
        #expect(lines.contains { $0.hasPrefix("1 | …") && $0.hasSuffix("ö, second]") })
        #expect(lines.contains { $0.hasPrefix("1 | [first, ö") && $0.hasSuffix("…") })
        #expect(lines.contains("  |  ----- the first one"))
        #expect(lines.allSatisfy { $0.count < 100 })
    }

    @Test func `places in other files and problems without a place are shown`() {
        var sources = Sources()
        let one = sources.add(Source(name: "a.yaml", text: "a: 1\n"))
        let two = sources.add(Source(name: "b.yaml", text: "b: 1\n"))
        let renderer = DiagnosticRenderer(sources: sources, isColored: false)
        let shown = renderer.render(
            .error(
                SampleCode.sample, "m", at: SourceSpan(source: one, start: 0, end: 1),
                secondary: [.init(SourceSpan(source: two, start: 3, end: 4), "declared here")]))
        #expect(shown.contains(" ::: b.yaml:1:4\n  |\n1 | b: 1\n  |    - declared here\n"))
        #expect(
            renderer.render(.error(SampleCode.sample, "m", help: "h"))
                == "error[a/b]: m\n  = help: h\n")
    }

    @Test func `a report is sorted and counted`() {
        var report = Report()
        report.add(
            .warning(
                SampleCode.warned, "second", at: SourceSpan(source: SourceID(0), start: 5, end: 6)))
        report.add(
            .error(SampleCode.wrong, "first", at: SourceSpan(source: SourceID(0), start: 0, end: 1))
        )
        report.add(.error(SampleCode.wrong, "last"))
        var sources = Sources()
        _ = sources.add(Source(name: "a.yaml", text: "a: 1\nb: 2\n"))
        let shown = DiagnosticRenderer(sources: sources, isColored: false).render(report)
        #expect(shown.hasSuffix("\n2 errors, 1 warning\n"))
        #expect(shown.hasPrefix("error[e/e]: first"))
    }

    @Test func `colours only add to the text`() {
        var sources = Sources()
        let id = sources.add(Source(name: "a.yaml", text: "a: 1\n"))
        let problem = Diagnostic.error(
            SampleCode.sample, "m", at: SourceSpan(source: id, start: 0, end: 1))
        let colored = DiagnosticRenderer(sources: sources, isColored: true).render(problem)
        let plain = DiagnosticRenderer(sources: sources, isColored: false).render(problem)
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        #expect(colored != plain)
    }

    @Test func `a terminal gets sentences wrapped and the frame cut to its width`() {
        let text =
            "conditions: \"" + String(repeating: "or so ", count: 20) + "\"  next: send_ofer\n"
        var sources = Sources()
        let id = sources.add(Source(name: "flows/a.yaml", text: text))
        let problem = Diagnostic.error(
            SampleCode.step, "`next` names a step that does not exist: `send_ofer`",
            at: span(id, text, "send_ofer"), label: "no step of this flow has this slug",
            help: "did you mean `send_offer`, which the flow has already?")
        let shown = DiagnosticRenderer(sources: sources, isColored: false, width: 48).render(
            problem)
        #expect(
            shown == """
                error[lytics/step]: `next` names a step that
                                    does not exist: `send_ofer`
                 --> flows/a.yaml:1:143
                  |
                1 | … or so or so or so or so "  next: send_ofer
                  |                                    ^^^^^^^^^
                  |   no step of this flow has this slug
                  |
                  = help: did you mean `send_offer`, which the
                          flow has already?

                """)
    }
}

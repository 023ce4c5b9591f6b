import Diagnostics
import Testing

@Suite struct `Codes of diagnostics` {
    @Test func `a diagnostic has the text of its code`() {
        #expect(Diagnostic.error(SampleCode.sample, "m").code == "a/b")
        #expect(
            Diagnostic.warning(SampleSharedCode.deadEnd.of("shop"), "m").code == "shop/dead-end")
        let recoded = Diagnostic.note(SampleCode.sample, "m", help: "h").recoded(SampleCode.wrong)
        #expect(recoded == .note(SampleCode.wrong, "m", help: "h"))
    }

    @Test func `every case is explained, in order`() {
        #expect(SampleCode.explanations.map(\.code) == SampleCode.allCases.map(\.rawValue))
        #expect(SampleCode.explanations[0].text == "An `a` has a `b`.")
        #expect(SampleCode.explanations[0].example == "a: c\n")
        #expect(SampleCode.explanations[1].example == nil)
    }

    @Test func `a platform explains the shared codes that it has, with its own examples`() {
        let all = SampleSharedCode.explanations(of: "shop", without: [.deadEnd]) { "\($0): 1\n" }
        #expect(
            all == [
                Explanation(
                    SampleSharedCode.unknownKey.of("shop"),
                    Meaning("It is unknownKey.", example: "unknownKey: 1\n"))
            ])
    }

    @Test func `a shared code is told from others whatever the platform`() {
        #expect(SampleSharedCode.deadEnd.matches("shop/dead-end"))
        #expect(!SampleSharedCode.deadEnd.matches("shop/unknown-key"))
        #expect(!SampleSharedCode.deadEnd.matches("dead-end"))
        #expect(SampleSharedCode.deadEnd.withoutArea.text == "dead-end")
    }

    @Test func `a code that was read back is the code that was written`() {
        #expect(AnyDiagnosticCode(recorded: "a/b") == AnyDiagnosticCode(SampleCode.sample))
    }
}

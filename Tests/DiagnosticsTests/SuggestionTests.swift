import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("send_ofer", "send_offer"), ("lable", "label"), ("NEXT", "next"), ("nxet", "next"),
    ])
    func `the nearest name is found`(_ written: String, _ wanted: String) {
        let names = ["send_offer", "send_welcome", "label", "next", "delay"]
        #expect(Suggestion.nearest(to: written, among: names) == wanted)
    }

    @Test func `what is far is not suggested`() {
        #expect(Suggestion.nearest(to: "banana", among: ["next", "label"]) == nil)
        #expect(Suggestion.nearest(to: "", among: ["a"]) == nil)
        #expect(Suggestion.nearest(to: "x", among: []) == nil)
    }

    @Test func `no more names are compared than a reader waits for`() {
        let known = (0..<20_000).map { "step_\($0)" }
        var report = Report()
        var asked = 0
        for number in 0..<1_000 {
            _ = report.nearest(to: "stop_\(number)", among: (asked += 1, known).1)
        }
        #expect(asked == 10)
        #expect(report.compared == 200_000)
    }

    @Test func `names of other letters are not compared letter by letter`() {
        #expect(LetterSet("send_offer").isWithin(3, of: LetterSet("SEND_ofer")))
        #expect(!LetterSet("send_offer").isWithin(3, of: LetterSet("wait_abcde")))
        #expect(!LetterSet("a").isWithin(1, of: LetterSet("abc")))
        #expect(LetterSet("größe").isWithin(1, of: LetterSet("GRÖSSE")))
    }

    @Test func `equals are decided by the alphabet, whatever the order`() {
        #expect(Suggestion.nearest(to: "step_c", among: ["step_b", "step_a"]) == "step_a")
        #expect(Suggestion.nearest(to: "step_c", among: ["step_a", "step_b"]) == "step_a")
    }
}

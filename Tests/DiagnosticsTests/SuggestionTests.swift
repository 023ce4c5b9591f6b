import Diagnostics
import Testing

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

    @Test func `equals are decided by the alphabet, whatever the order`() {
        #expect(Suggestion.nearest(to: "step_c", among: ["step_b", "step_a"]) == "step_a")
        #expect(Suggestion.nearest(to: "step_c", among: ["step_a", "step_b"]) == "step_a")
    }
}

import Documents
import Platforms
import Testing

@testable import Commands

@Suite struct FieldTextTests {
    @Test(
        arguments: [
            (0, "0s"), (72 * SamplePlan.hour, "72h"), (SamplePlan.hour * 3 / 2, "1h30m"),
            (1_500_000_000, "1s500ms"), (-5, "-5ns"),
        ] as [(Int64, String)])
    func `nanoseconds read as time`(nanoseconds: Int64, text: String) {
        #expect(FieldText.duration(nanoseconds) == text)
    }

    @Test func `a shape decides which integers are time`() {
        let fields = [
            Field(name: "delay", type: .int, rules: .none, summary: ""),
            Field(
                name: "steps",
                type: .list(
                    .object(
                        Shape(fields: [
                            Field(name: "wait", type: .duration, rules: .none, summary: "")
                        ])), key: "slug"), rules: .none, summary: ""),
        ]
        let text = FieldText(shape: Shape(fields: fields))
        #expect(text.show(.int(60), at: FieldPath(["delay"])) == "60")
        let path = FieldPath(["steps", "send_welcome", "wait"])
        #expect(text.show(.int(SamplePlan.hour), at: path) == "1h")
        #expect(text.show(.int(SamplePlan.hour), at: FieldPath(["delay", "x"])) == "3600000000000")
    }

    @Test func `texts are quoted where they are no plain word`() {
        let text = FieldText()
        let path = FieldPath(["label"])
        #expect(text.show("on_segment_entry", at: path) == "on_segment_entry")
        #expect(text.show("two words", at: path) == "\"two words\"")
        #expect(text.show("", at: path) == "\"\"")
        #expect(text.show("null", at: path) == "\"null\"")
        #expect(text.show(nil, at: path) == "not set")
        #expect(text.show(.null, at: path) == "null")
    }

    @Test func `later values are named`() {
        let path = FieldPath(["x"])
        let joined = Value.joined(["Bearer ", .secret("TOKEN")])
        #expect(FieldText().show(joined, at: path) == "Bearer ‹secret TOKEN›")
        let slot = Value.captured(Slot("lytics/job/x"))
        #expect(FieldText().show(slot, at: path) == "‹id of lytics/job/x›")
    }

    @Test func `json text keeps exact numbers and escapes`() {
        let value: Value = ["a": [.int(9_007_199_254_740_993), "line\n\"x\""], "b": [:]]
        #expect(
            JSONText.compact(value) == #"{"a": [9007199254740993, "line\n\"x\""], "b": {}}"#)
        #expect(JSONText.lines(value).first == "{")
        #expect(JSONText.lines(["b": [:]]) == ["{", "  \"b\": {}", "}"])
    }
}

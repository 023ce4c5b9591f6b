import Documents
import Platforms
import Testing

@Suite struct ValueReaderTests {
    private let answer: Value = [
        "label": 42, "open": "false", "version": "7", "expires_at": .null, "tags": ["a"],
        "unknown": true, "settings": ["color": "red", "size": 3],
        "steps": [
            ["slug": "wait", "type": "DELAY", "delay": "72h0m0s", "job": "left over"],
            ["slug": "later", "type": "delay", "delay": 3_600_000_000_000],
        ],
    ]

    @Test func `Other spellings are understood`() {
        let flow = ValueReader.read(SampleFlow.self, answer)
        #expect(flow.label.value == "42")
        #expect(flow.isOpen.value == false)
        #expect(flow.version.value == 7)
        #expect(flow.expires.state == .null)
        #expect(flow.settings.value?.rest == ["size": 3])
        let steps = flow.steps.value ?? []
        #expect(steps.map(\.delay.value) == [Nanoseconds("72h"), Nanoseconds("1h")])
        #expect(steps.first?.type.value == .delay)
        #expect(steps.first?.job.isAbsent == true)
    }

    @Test func `What fits no field is kept as it came`() {
        let flow = ValueReader.read(SampleFlow.self, ["tags": "a", "steps": [1], "open": 5])
        #expect(flow.tags.state == .later("a"))
        #expect(flow.steps.state == .later([1]))
        #expect(ValueEncoder.encode(flow) == ["tags": "a", "steps": [1], "open": 5])
    }

    @Test func `Reading what was encoded gives the same model`() {
        let flow = ValueReader.read(SampleFlow.self, answer)
        let value = ValueEncoder.encode(flow)
        #expect(ValueReader.read(SampleFlow.self, value) == flow)
        #expect(value["unknown"] == nil)
        #expect(value["expires_at"] == .null)
        #expect(value["steps"]?.list?.first?["delay"] == 259_200_000_000_000)
    }

    @Test func `A file and the answer it leads to have the same canonical value`() {
        var sample = Sample(
            "label: x\nsteps: [{ slug: a, type: delay, delay: 1h30m }]\nsettings: { z: 1 }\n")
        let wanted = ValueEncoder.encode(sample.decode(SampleFlow.self))
        let answer: Value = [
            "label": "x", "settings": ["z": 1],
            "steps": [["slug": "a", "type": "delay", "delay": 5_400_000_000_000]],
        ]
        #expect(wanted == answer)
        #expect(ValueEncoder.encode(ValueReader.read(SampleFlow.self, answer)) == wanted)
    }

    @Test func `An answer that is no object gives an empty model`() {
        #expect(ValueReader.read(SampleFlow.self, .null) == SampleFlow())
    }
}

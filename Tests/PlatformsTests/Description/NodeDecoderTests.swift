import Diagnostics
import Documents
import Platforms
import Testing

@Suite struct NodeDecoderTests {
    @Test func `Every sort of field is decoded with its span`() {
        var sample = Sample(
            """
            kind: sample/flow
            id: welcome
            label: Welcome
            open: false
            expires_at: '2026-12-31T20:00:00+02:00'
            tags: [a, b]
            free: { x: [1, 2.5, null, true] }
            settings: { color: red, size: 3 }
            config: { a: 1 }
            steps:
              - { slug: wait, type: delay, delay: 72h, segments: [s1] }
              - { slug: send, type: mail, job: j1 }
            """)
        let flow = sample.decode(SampleFlow.self)
        #expect(sample.problems == [])
        #expect(flow.label.value == "Welcome")
        #expect(flow.label.span.map(sample.underlined) == "Welcome")
        #expect(flow.isOpen.value == false)
        #expect(flow.expires.value?.description == "2026-12-31T18:00:00Z")
        #expect(flow.tags.value == ["a", "b"])
        #expect(flow.free.value == ["x": [1, 2.5, .null, true]])
        #expect(flow.settings.value?.color.value == "red")
        #expect(flow.settings.value?.rest == ["size": 3])
        #expect(flow.config.value == ["a": 1])
        #expect(flow.version.isAbsent)
        let steps = flow.steps.value ?? []
        #expect(steps.map(\.slug.value) == ["wait", "send"])
        #expect(steps.first?.delay.value == Nanoseconds(259_200_000_000_000))
        #expect(steps.first?.segments.value?.map(\.value) == ["s1"])
        #expect(steps.last?.job.value == "j1")
    }

    @Test func `Null clears, and absent stays absent`() {
        var sample = Sample("label: x\ntags: null\nexpires_at:\n")
        let flow = sample.decode(SampleFlow.self)
        #expect(flow.tags.state == .null)
        #expect(flow.expires.state == .null)
        #expect(flow.isOpen.state == .absent)
        #expect(sample.problems == [])
    }

    @Test func `A required field must not be cleared`() {
        var sample = Sample("label: null\n")
        _ = sample.decode(SampleFlow.self)
        #expect(sample.problems == ["sample/missing-field null"])
        #expect(sample.messages == ["`label` must have a value"])
    }

    @Test func `An unknown key names the nearest field and carries the fix`() {
        var sample = Sample("label: x\nsteps: [{ slug: a, typ: mail, type: mail, jbo: 1 }]\n")
        _ = sample.decode(SampleFlow.self)
        #expect(sample.problems == ["sample/unknown-key typ", "sample/unknown-key jbo"])
        let last = sample.report.sorted.last
        #expect(last?.message == "`jbo` is not a field here")
        #expect(last?.help == "did you mean `job`?")
        #expect(last?.fix?.replacement == "job")
    }

    @Test func `A value of the wrong type is underlined and becomes absent`() {
        var sample = Sample(
            """
            label: [a]
            open: "yes"
            tags: [a, {}]
            expires_at: tomorrow
            settings: 3
            config: []
            steps:
              - { slug: a, type: delay, delay: 72 }
              - text
            """)
        let flow = sample.decode(SampleFlow.self)
        #expect(flow.label.isAbsent && flow.label.span != nil)
        #expect(
            sample.messages == [
                "`label` must be a text", "`open` must be `true` or `false`",
                "each element of `tags` must be a text",
                "`expires_at` must be a time such as `2026-12-31T18:00:00Z`",
                "`settings` must be a map of fields", "`config` must be a map",
                "`delay` must be a duration such as `72h`",
                "each element of `steps` must be a map of fields",
            ])
        #expect(sample.problems.contains("sample/wrong-type \"yes\""))
        #expect(sample.problems.contains("sample/wrong-type 72"))
    }

    @Test func `A missing field is reported at the first key of its map`() {
        var sample = Sample("label: x\nsteps:\n  - slug: a\n")
        _ = sample.decode(SampleFlow.self)
        #expect(sample.problems == ["sample/missing-field slug"])
        #expect(sample.messages == ["`type` must be written"])
    }

    @Test func `A field that the platform sets must not be written`() {
        var sample = Sample("label: x\nversion: 3\n")
        let flow = sample.decode(SampleFlow.self)
        #expect(sample.problems == ["sample/read-only version"])
        #expect(flow.version.isAbsent)
    }

    @Test func `A field of another type names the words it belongs to`() {
        var sample = Sample(
            "label: x\nsteps: [{ slug: a, type: mail, segments: [], delay: 1h }]\n")
        _ = sample.decode(SampleFlow.self)
        #expect(
            sample.messages == [
                "`segments` belongs to `type` `delay` or `split` only",
                "`delay` belongs to `type` `delay` only",
            ])
        #expect(sample.problems.first == "sample/misplaced-field segments")
        #expect(sample.report.sorted.first?.notes == ["`type` is `mail` here"])
    }

    @Test func `A mistaken type lets every field through`() {
        var sample = Sample("label: x\nsteps: [{ slug: a, type: dely, delay: 1h, job: j }]\n")
        _ = sample.decode(SampleFlow.self)
        #expect(sample.problems == ["sample/unknown-word dely"])
        let problem = sample.report.sorted.first
        #expect(problem?.message == "`type` must be one of `mail`, `delay`, `split`")
        #expect(problem?.help == "did you mean `delay`?")
        #expect(problem?.fix?.replacement == "delay")
    }

    @Test func `Elements of a keyed list must differ in their key`() {
        let few = [1, 2, 1].map { "  - { slug: s\($0), type: mail }\n" }.joined()
        let many = (0..<40).map { "  - { slug: s\($0 % 39), type: mail }\n" }.joined()
        for steps in [few, many] {
            var sample = Sample("label: x\nsteps:\n" + steps)
            _ = sample.decode(SampleFlow.self)
            #expect(sample.problems.count == 1)
            let problem = sample.report.sorted.first
            #expect(problem?.code == "sample/duplicate-key-value")
            #expect(problem?.secondary.first?.text == "first used here")
            #expect(
                (problem?.secondary.first?.span.start ?? .max) < problem?.primary?.span.start ?? 0)
        }
    }

    @Test func `A document that is no map is reported once`() {
        var sample = Sample("- a\n- b\n")
        #expect(sample.decode(SampleFlow.self) == SampleFlow())
        #expect(sample.messages == ["a document must be a map of fields"])
    }

    @Test func `A map with more than 64 keys is decoded`() {
        let keys = (0..<90).map { "  k\($0): \($0)\n" }.joined()
        var sample = Sample("label: x\nsettings:\n" + keys + "  color: red\n")
        let flow = sample.decode(SampleFlow.self)
        #expect(flow.settings.value?.color.value == "red")
        #expect(flow.settings.value?.rest.count == 90)
        #expect(flow.settings.value?.rest["k89"] == 89)
    }
}

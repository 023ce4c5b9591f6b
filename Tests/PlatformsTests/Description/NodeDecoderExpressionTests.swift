import Diagnostics
import Documents
import Platforms
import Testing

@Suite struct NodeDecoderExpressionTests {
    @Test func `One whole reference is captured, in fields and references`() {
        var sample = Sample(
            """
            label: "${job/a}"
            steps: [{ slug: s, type: mail, job: "${job/c}" }]
            """)
        let flow = sample.decode(SampleFlow.self)
        #expect(sample.problems == [])
        #expect(flow.label.state == .later(.captured(Slot("job/a"))))
        #expect(flow.steps.value?.first?.job.state == .later(.captured(Slot("job/c"))))
    }

    @Test func `A reference goes only where its kind is wanted`() {
        var sample = Sample(
            """
            label: "${job/a}"
            steps:
              - { slug: s, type: mail, job: "${segment/b}" }
              - { slug: t, type: mail, job: "x-${job/c}" }
              - { slug: u, type: mail, job: "${secret.D}" }
              - { slug: v, type: split, segments: ["${job/e}"] }
              - { slug: w, type: split, segments: "${segment/f}" }
            """)
        let flow = sample.decode(SampleFlow.self)
        #expect(flow.steps.value?.map(\.segments.isMistaken) == [false, false, false, true, true])
        #expect(
            sample.messages == [
                "`job` names a sample/job, but `segment/b` is a sample/segment",
                "`job` names a sample/job, by one reference without other text",
                "`job` names a sample/job, not a secret",
                "`segments` names a sample/segment, but `job/e` is a sample/job",
                "`segments` must be a list of texts, not a reference",
            ])
    }

    @Test func `A mixed text is joined`() {
        var sample = Sample("label: \"to ${job/a}!\"\n")
        let flow = sample.decode(SampleFlow.self)
        let joined: [Value] = ["to ", .captured(Slot("job/a")), "!"]
        #expect(flow.label.state == .later(.joined(joined)))
    }

    @Test func `Expressions inside lists, maps and free values are kept`() {
        var sample = Sample(
            """
            label: x
            tags: [a, "${job/a}"]
            free: { list: ["${secret.A}"] }
            config: { url: "https://${secret.HOST}/" }
            settings: { other: "${job/b}" }
            steps: [{ slug: s, type: split, segments: [one, "${segment/two}"] }]
            """)
        let flow = sample.decode(SampleFlow.self)
        #expect(sample.problems == [])
        #expect(flow.tags.state == .later(["a", .captured(Slot("job/a"))]))
        #expect(flow.free.value == ["list": [.secret("A")]])
        #expect(flow.config.value?["url"] == .joined(["https://", .secret("HOST"), "/"]))
        #expect(flow.settings.value?.rest["other"] == .captured(Slot("job/b")))
        let segments = flow.steps.value?.first?.segments.value?.map(\.value)
        #expect(segments == ["one", .captured(Slot("segment/two"))])
    }

    @Test func `A secret field takes secrets only`() {
        var secret = Sample("label: x\ntoken: ${secret.TOKEN}\n")
        #expect(secret.decode(SampleFlow.self).token.state == .later(.secret("TOKEN")))
        #expect(secret.problems == [])
        for written in ["abc", "'${job/a}'", "123"] {
            var sample = Sample("label: x\ntoken: \(written)\n")
            let flow = sample.decode(SampleFlow.self)
            #expect(flow.token.isAbsent)
            #expect(sample.problems == ["sample/literal-secret \(written)"])
            #expect(
                sample.messages == ["`token` must be a secret such as `${secret.TOKEN}`"])
        }
    }

    @Test func `A text field takes the written text of plain numbers and booleans`() {
        for (written, text) in [("42", "42"), ("true", "true"), ("2.5", "2.5"), ("'07'", "07")] {
            var sample = Sample("label: \(written)\n")
            #expect(sample.decode(SampleFlow.self).label.value == text)
            #expect(sample.problems == [])
        }
    }

    @Test func `A number that would be written otherwise must be quoted`() {
        var sample = Sample("label: 1.10\n")
        _ = sample.decode(SampleFlow.self)
        #expect(sample.messages == ["`label` must be a text; the plain number means `1.1`"])
        #expect(sample.report.sorted.first?.help == "write it in quotes")
    }

    @Test func `All references of a tree are collected, each once`() {
        let sample = Sample(
            """
            label: "${job/a} and ${job/b}"
            steps: [{ job: "${job/a}", to: { deep: ["${segment/c}", "${secret.X}"] } }]
            """)
        let needs = Needs.collect(sample.node)
        #expect(needs.map(\.address.text) == ["job/a", "job/b", "segment/c"])
    }
}

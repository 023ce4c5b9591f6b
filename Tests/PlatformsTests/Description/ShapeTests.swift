import Documents
import Platforms
import Testing

@Suite struct ShapeTests {
    private let shape = ShapeBuilder.shape(of: SampleFlow.self)

    @Test func `A shape names the fields in order with types and rules`() {
        #expect(
            shape.fields.map(\.name) == [
                "label", "open", "version", "expires_at", "tags", "free", "token", "settings",
                "config", "steps",
            ])
        #expect(shape.field("open")?.rules.defaultValue == true)
        #expect(shape.field("tags")?.type == .list(.text, key: nil))
        #expect(shape.field("config")?.type == .map(.any))
        guard case .list(.object(let step), key: "slug") = shape.field("steps")?.type else {
            Issue.record("`steps` is not a keyed list of objects")
            return
        }
        #expect(step.tag == "type")
        #expect(step.field("type")?.type == .word(["mail", "delay", "split"]))
        #expect(step.field("job")?.type == .reference(KindName("sample", "job"), .liveID))
        #expect(step.field("delay")?.rules.only == ["delay"])
        guard case .object(let settings) = shape.field("settings")?.type else {
            Issue.record("`settings` is not an object")
            return
        }
        #expect(settings.keepsRest && !shape.keepsRest)
    }

    @Test(arguments: [
        ("label", "Hello"), ("steps", "steps"), ("steps.wait", "wait"),
        ("steps.wait.delay", "72h"), ("steps.wait.job", "wait"), ("steps.gone.delay", "steps"),
        ("config.deep.er", "1"), ("config.list.1", "two"), ("tags.0", "a"), ("config", "config"),
        ("token", "token.txt"),
    ])
    func `A path leads to what was written, or what is around it`(
        _ path: String, _ text: String
    ) throws {
        let sample = Sample(
            """
            label: Hello
            tags: [a]
            token@: token.txt
            config: { deep: { er: 1 }, list: [one, two] }
            steps:
              - { slug: first, type: mail }
              - { slug: wait, type: delay, delay: 72h }
            """)
        let span = shape.span(of: try #require(FieldPath(parsing: path)), in: sample.node)
        #expect(span.map(sample.underlined) == text)
    }

    @Test func `A path whose first part was not written leads nowhere`() {
        #expect(shape.span(of: FieldPath(["steps", "a"]), in: Sample("label: x").node) == nil)
    }

    @Test func `Values are shown as people write them`() {
        #expect(ValueText.show(259_200_000_000_000, type: .duration) == "72h")
        #expect(ValueText.show(.captured(Slot("lytics/job/x")), type: .text) == "${lytics/job/x}")
        #expect(ValueText.show(.captured(Slot("a/b/c", "slug")), type: .any) == "${a/b/c.slug}")
        #expect(ValueText.show(.secret("TOKEN"), type: .text) == "‹secret TOKEN›")
        #expect(
            ValueText.show(.joined(["Bearer ", .secret("T")]), type: .text)
                == "\"Bearer ‹secret T›\"")
        #expect(ValueText.show("a\nb\u{1B}[1m", type: .text) == "\"a⏎b\u{FFFD}[1m\"")
        #expect(ValueText.show("running", type: .word(["running"])) == "running")
        #expect(ValueText.show([], type: .any) == "[]")
        #expect(ValueText.show(["a": [1, .null]], type: .any) == "{a: [1, null]}")
        let steps: Value = [["slug": "one"], ["slug": "two"]]
        #expect(
            ValueText.show(steps, type: shape.field("steps")?.type ?? .any) == "[one, two]")
        let long = ValueText.show(.text(String(repeating: "x", count: 500)), type: .text)
        #expect(long.count < 70 && long.hasSuffix("…\""))
    }
}

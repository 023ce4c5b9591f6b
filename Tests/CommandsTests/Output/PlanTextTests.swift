import Documents
import Platforms
import Testing

@testable import Commands

@Suite struct PlanTextTests {
    private func text(_ plan: Plan, calls: Bool = false) -> String {
        PlanText.render(plan, style: TextStyle(showsCalls: calls))
    }

    @Test func `an empty plan does not say so of secrets that are not compared`() {
        var plan = SamplePlan.plan([])
        plan.uncomparedSecrets = ["TOKEN toy/auth/a config.key"]
        #expect(text(plan).hasPrefix("no changes but for secrets, which are not compared\n"))
    }

    @Test func `an empty plan says that the platforms match the files`() {
        var plan = SamplePlan.plan([])
        plan.unchanged = 3
        let shown = text(plan)
        #expect(shown.hasPrefix("no changes: the platforms match the files\n"))
        plan.unchanged = 0
        #expect(text(plan).hasPrefix("no changes: nothing is managed\n"))
        #expect(shown.hasSuffix("acme-journeys · sandbox\n"))
    }

    @Test func `the first line counts every action`() {
        let rows = [Action.create, .create, .update, .newVersion, .start].enumerated().map {
            SamplePlan.row($1, number: $0 + 1)
        }
        #expect(
            PlanText.summary(SamplePlan.plan(rows))
                == "2 to create, 1 to update, 1 new version, 1 to start; 12 unchanged")
    }

    @Test func `an edited delay shows as time with its cause and line`() {
        let change = SamplePlan.change(
            "steps.wait_three_days.delay", .intended, .int(72 * SamplePlan.hour),
            .int(48 * SamplePlan.hour), line: 17)
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(shown.contains("steps.wait_three_days.delay   72h → 48h   (you edited it)  :17\n"))
        #expect(shown.contains("~ update lytics/flow/welcome_series  \(SamplePlan.file):3\n"))
    }

    @Test func `a conflict shows your file, last applied and live`() {
        let change = SamplePlan.change(
            "label", .conflict, "Live", "Mine", recorded: "Applied", line: 5)
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(shown.contains("your file      \"Mine\"\n"))
        #expect(shown.contains("last applied   \"Applied\"\n"))
        #expect(shown.contains("live           \"Live\"\n"))
        #expect(
            shown.contains(
                "! conflict lytics/flow/welcome_series label: changed in your file and on the"
                    + " platform  \(SamplePlan.file):5\n"))
    }

    @Test func `what is missing and what is there twice are told among the dangers`() {
        var row = SamplePlan.row(.create)
        row.missing = "the ledger has it as `42`, and the platform answered 404 for it"
        var plan = SamplePlan.plan([row])
        plan.doubles = [LikelyDouble(address: row.address, liveID: 42, otherID: "57")]
        #expect(
            text(plan).contains(
                "! missing lytics/flow/welcome_series: the ledger has it as `42`, and the platform"
                    + " answered 404 for it  \(SamplePlan.file):3\n"))
        #expect(
            text(plan).contains(
                "! likely double `lytics/flow/welcome_series` is probably there twice: as `42`,"
                    + " which the ledger has, and as `57`"))
    }

    @Test func `drift is told among the dangers and beside the field`() {
        let change = SamplePlan.change("label", .drift, "By hand", "Welcome series")
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(
            shown.contains(
                "! drift lytics/flow/welcome_series: someone changed label on the platform"))
        #expect(
            shown.contains(
                "label   \"By hand\" → \"Welcome series\""
                    + "   (drift: someone changed it on the platform)"))
    }

    @Test func `a row without a way back stands first with its consequence`() {
        let row = SamplePlan.row(
            .delete, verb: "kill", consequences: ["the job stops for good"], isIrreversible: true,
            address: Address("lytics/job/old"))
        let shown = text(SamplePlan.plan([row]))
        #expect(shown.contains("! kill (cannot be undone) lytics/job/old: the job stops for good"))
        #expect(shown.contains("      cannot be undone\n"))
    }

    @Test func `a secret is named and its value never shown`() {
        let change = SamplePlan.change(
            "config.api_key", .secret, nil, .secret("BRAZE_API_KEY"))
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(
            shown.contains(
                "config.api_key   ‹secret BRAZE_API_KEY›   (the secret's value changed)"))
    }

    @Test func `a long text shows only the lines around the difference`() {
        let before = "a\nb\nc\nd\ne\nf\ng\n"
        let change = SamplePlan.change(
            "description", .intended, .text(before), .text("a\nb\nc\nd\nE\nf\ng\n"))
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(!shown.contains("  a\n"))
        #expect(shown.contains("        - e\n        + E\n"))
        #expect(shown.contains("        …\n          c\n"))
    }

    @Test func `two long sides stand below each other`() {
        let change = SamplePlan.change(
            "description", .drift, "edited by hand on a Friday evening",
            "Three touches over ten days for new sign-ups", line: 8)
        let shown = text(SamplePlan.plan([SamplePlan.row(.update, fields: [change])]))
        #expect(
            shown.contains(
                """
                      description   (drift: someone changed it on the platform)  :8
                        - edited by hand on a Friday evening
                        + Three touches over ten days for new sign-ups

                """))
    }

    @Test func `a new resource lists its fields compactly`() {
        let fields = [
            SamplePlan.change("label", .intended, nil, "Welcome series"),
            SamplePlan.change("steps.send_welcome.label", .intended, nil, "Send"),
            SamplePlan.change("steps.send_welcome.next", .intended, nil, "wait"),
            SamplePlan.change("steps.wait.delay", .intended, nil, .int(SamplePlan.hour)),
        ]
        let row = SamplePlan.row(.create, fields: fields, waitsFor: [1, 2])
        let shown = text(SamplePlan.plan([row]))
        #expect(shown.contains("      label  \"Welcome series\"\n"))
        #expect(shown.contains("      steps  2: send_welcome, wait\n"))
        #expect(shown.contains("      after rows 1, 2\n"))
    }

    @Test func `a new resource without field rows shows what will be recorded`() {
        var row = SamplePlan.row(.create)
        row.record = RecordedResource(
            address: row.address, kind: row.kind, liveID: .null,
            value: ["label": "Braze", "steps": [["slug": "a"]]])
        let shown = text(SamplePlan.plan([row]))
        #expect(shown.contains("      label  \"Braze\"\n      steps  1: a\n"))
    }

    @Test func `calls show what is sent and what is kept`() {
        let overlay = Overlay(
            read: Slot("lytics/job/x", "object"),
            ours: ["work_id": .captured(Slot("lytics/job/x"))],
            kept: ["description", "meta"])
        let request = Request(
            .post, ["v2", "flow", "ui", .captured(Slot("lytics/flow/y"))],
            query: ["run_job": false], body: .over(overlay))
        let call = Call("create the draft", request, again: .never("it runs twice"))
        let plan = SamplePlan.plan([SamplePlan.row(.create, calls: [call])])
        let shown = text(plan, calls: true)
        #expect(
            shown.contains(
                "POST /v2/flow/ui/‹id of lytics/flow/y›?run_job=false  create the draft\n"))
        #expect(shown.contains("          \"work_id\": ‹id of lytics/job/x›\n"))
        #expect(shown.contains("‹kept: description, meta›"))
        #expect(shown.contains("never sent twice: it runs twice"))
        #expect(!text(plan).contains("POST"))
    }

    @Test func `what is kept is named as far as it is known`() {
        func shown(_ kept: [String]?) -> String {
            let overlay = Overlay(read: Slot("lytics/job/x", "read"), ours: ["a": 1], kept: kept)
            let call = Call("update the job", Request(.put, ["v2"], body: .over(overlay)))
            return text(SamplePlan.plan([SamplePlan.row(.update, calls: [call])]), calls: true)
        }
        #expect(shown(nil).contains("‹kept: the rest›"))
        #expect(shown(["meta", "deep.x"]).contains("‹kept: meta, deep.x›"))
        #expect(!shown([]).contains("‹kept"))
    }

    @Test func `a row is called by the platform's word where it has one`() {
        let drain = SamplePlan.row(.stop, verb: "drain")
        let version = SamplePlan.row(.newVersion, number: 2)
        let shown = text(SamplePlan.plan([drain, version]))
        #expect(shown.contains("⏹ drain lytics/flow/welcome_series"))
        #expect(shown.contains("⇄ new version lytics/flow/welcome_series"))
        #expect(shown.hasPrefix("1 new version, 1 to stop; 12 unchanged\n"))
    }

    @Test func `the notes come last`() {
        let plan = SamplePlan.plan([SamplePlan.row(.update)], notes: ["the flow is not started"])
        #expect(text(plan).hasSuffix("\nnote: the flow is not started\n"))
    }

    @Test func `colour adds no words`() {
        let row = SamplePlan.row(.delete, isIrreversible: true)
        let coloured = PlanText.render(SamplePlan.plan([row]), style: TextStyle(colour: true))
        let plain = coloured.replacing(/\u{1B}\[[0-9]+m/, with: "")
        #expect(plain == text(SamplePlan.plan([row])))
        #expect(coloured != plain)
    }
}

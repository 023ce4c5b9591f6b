import CheckFixtures
import Diagnostics
import Documents
import Lytics
import Platforms
import Testing

@Suite struct `Checks of Lytics` {
    @Test(arguments: LyticsPlatform.explanations.filter { $0.example != nil })
    func `every example breaks its own rule and no other`(explanation: Explanation) throws {
        let example = try #require(explanation.example)
        #expect(LyticsDocuments.codes(example) == [explanation.code])
    }

    @Test func `codes are unique and texts say more than the code`() {
        let codes = LyticsPlatform.explanations.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(LyticsPlatform.explanations.allSatisfy { $0.text.count > 30 })
    }

    @Test(arguments: LyticsPlatform().kinds.map(\.name.type))
    func `the example of each kind is right`(type: String) {
        let (resource, report) = LyticsDocuments.decode(LyticsDocuments.kind(type).example)
        #expect(report.diagnostics == [])
        #expect(resource?.kind.type == type)
    }

    @Test func `the flow of the customer's document has a dangling next with a fix`() throws {
        let text = """
            {
              "kind": "lytics/flow", "id": "flow_name", "label": "Display Name",
              "description": "What this flow does", "entry_segment_id": "segment_id",
              "entry_condition": "on_segment_entry", "reentry_allowed": false,
              "reentry_delay": "24h", "state": "draft",
              "steps": [
                { "id": 1, "label": "Step 1", "type_hint": "work_export", "slug": "step_1",
                  "next": 2, "work_id": "work_id", "work_config": {} },
                { "id": 2, "label": "Wait 24 hours", "type_hint": "delay", "slug": "delay_step",
                  "next": 3, "delay": "24h" }
              ]
            }
            """
        let (resource, report) = LyticsDocuments.decode(text)
        let errors = report.diagnostics.filter { $0.severity == .error }
        let problem = try #require(errors.first)
        #expect(errors.count == 1)
        #expect(problem.code == "lytics/unknown-step")
        #expect(problem.message == "`next` names a step that does not exist: `3`")
        #expect(problem.help == "write `next: end`")
        #expect(problem.fix?.replacement == "end")
        #expect(Authored.written(problem.primary?.span, in: text) == "3")
        let value = try #require(resource?.value)
        #expect(value["root_step_id"] == "step_1")
        #expect(value["steps"]?.list?[0]["next"] == "delay_step")
        #expect(value["steps"]?.list?[1]["delay"] == 86_400_000_000_000)
    }

    @Test func `a mistyped slug is answered with the nearest one`() throws {
        let text = """
            kind: lytics/flow
            id: a
            label: A
            steps:
              - { slug: wait, type_hint: delay, delay: 1h, next: send_ofer }
              - { slug: send_offer, type_hint: work_export, work_id: x, next: end }
            """
        let problem = try #require(
            LyticsDocuments.decode(text).report.diagnostics.first { $0.severity == .error })
        #expect(problem.help == "did you mean `send_offer`?")
        #expect(problem.fix?.replacement == "send_offer")
        #expect(Authored.written(problem.fix?.span, in: text) == "send_ofer")
    }

    @Test func `a step with a mistyped target is not also called unreachable`() {
        let text = """
            kind: lytics/flow
            id: a
            label: A
            steps:
              - { slug: wait, type_hint: delay, delay: 1h, next: send_ofer }
              - { slug: send_offer, type_hint: work_export, work_id: x, next: end }
            """
        #expect(LyticsDocuments.codes(text) == ["lytics/unknown-step"])
    }

    @Test(
        arguments: ["02:00", "2:00pm", "2pm", "23:59", "12:00 AM"],
        ["America/Los_Angeles", "UTC", "Etc/GMT+1", "America/Argentina/Buenos_Aires"])
    func `times and zones of people and machines are taken`(time: String, zone: String) {
        #expect(LyticsDocuments.codes(job(time, zone, 4)) == [])
    }

    @Test(arguments: ["24:00", "2:0", "13pm", "noon", ""])
    func `other times are refused`(time: String) {
        #expect(LyticsDocuments.codes(job(time, "UTC", 4)) == ["lytics/quiet-time"])
    }

    @Test func `quiet periods and zones are checked`() {
        #expect(LyticsDocuments.codes(job("02:00", "Berlin", 4)) == ["lytics/quiet-time"])
        #expect(LyticsDocuments.codes(job("02:00", "UTC", 24)) == ["lytics/quiet-time"])
        #expect(LyticsDocuments.codes(job("02:00", "UTC", 0)) == ["lytics/quiet-time"])
    }

    private func job(_ time: String, _ zone: String, _ period: Int) -> String {
        """
        kind: lytics/job
        id: a
        name: A
        workflow: braze_export
        config: {}
        quiet_time_of_day: "\(time)"
        quiet_timezone: \(zone)
        quiet_period: \(period)
        """
    }

    @Test func `a re-entry delay is from an hour to a year`() {
        for (delay, codes) in [
            ("1h", []), ("365d", []), ("59m", ["lytics/duration"]), ("366d", ["lytics/duration"]),
        ] {
            #expect(
                LyticsDocuments.codes(
                    """
                    kind: lytics/flow
                    id: a
                    label: A
                    reentry_allowed: true
                    reentry_delay: \(delay)
                    """) == codes)
        }
    }

    @Test(arguments: [
        ("aws_keys", "secret_key", true), ("header-param-auth", "webhook_request_headers", true),
        ("basic_auth", "username", false), ("something_new", "api_token", true),
        ("something_new", "token_endpoint", false), ("aws_keys_public_pgp", "pgppublickey", false),
    ])
    func `a credential in the file is an error`(type: String, key: String, isSecret: Bool) {
        let head = "kind: lytics/auth\nid: a\nlabel: A\ntype: \(type)\nconfig: "
        func codes(_ config: String) -> [String] {
            LyticsDocuments.codes(head + config).filter { $0 != "lytics/auth-type" }
        }
        #expect(codes("{ \(key): abc }") == (isSecret ? ["lytics/literal-secret"] : []))
        #expect(codes("{ \(key): \"${secret.A}\" }") == [])
    }

    @Test func `an unknown state names the states there are`() throws {
        let text = "kind: lytics/flow\nid: a\nlabel: A\nstate: deleted\n"
        let problem = try #require(LyticsDocuments.decode(text).report.diagnostics.first)
        #expect(problem.severity == .error)
        #expect(Authored.written(problem.primary?.span, in: text) == "deleted")
    }
}

import CheckFixtures
import Diagnostics
import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `Checks of 10ex` {
    static let explanations = TenexPlatform.explanations

    @Test(arguments: explanations.filter { $0.example != nil })
    func `every example breaks its own rule and no other`(explanation: Explanation) throws {
        let example = try #require(explanation.example)
        #expect(
            TenexDocuments.codes(example) == [explanation.code],
            "\(TenexDocuments.messages(example).joined(separator: "\n"))")
    }

    @Test func `codes are unique and texts say more than the code`() {
        let codes = Self.explanations.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Self.explanations.allSatisfy { $0.text.count > 30 && $0.text.hasSuffix(".") })
    }

    @Test(arguments: [TenexWorkflowKind().example, TenexTriggerKind().example])
    func `the examples of the kinds are right`(example: String) {
        #expect(TenexDocuments.messages(example) == [])
    }

    private static func steps(_ lines: String) -> String {
        TenexCheck.document(lines)
    }

    private static func agent(_ key: String, reads: String = "", then: String) -> String {
        let inputs = reads.isEmpty ? "" : ", inputs: { about: \"{{ \(reads) }}\" }"
        return "\(key): { type: agent, config: { agent_slug: a\(inputs) }, \(then) }"
    }

    @Test func `what ran on all ways may be read, what ran on some may not`() {
        let branch = """
            next:
              type: branch
              branches:
                - { label: hot, condition: { field: lead.score, op: gte, value: 80 }, next: call }
                - { label: rest, next: wait }
            """
        let call = Self.agent("call", reads: "steps.first.output.x", then: "next: last")
        let wait = "wait: { type: wait, config: { duration: 1h }, next: last }"
        func text(_ reads: String) -> String {
            Self.steps(
                [branch, call, wait, Self.agent("last", reads: reads, then: "next: end")]
                    .joined(separator: "\n"))
        }
        #expect(TenexDocuments.messages(text("steps.first.output")) == [])
        #expect(
            TenexDocuments.messages(text("steps.call.output")) == [
                "error: `call` has not run on every way to `last`: "
                    + "`first` → `next` → `wait` → `last`"
            ])
    }

    @Test func `a step that failed has no output behind its fallback`() throws {
        let text = Self.steps(
            [
                Self.agent("next", then: "next: last, fallback: tell"),
                Self.agent("tell", reads: "steps.next.output.x", then: "next: end"),
                Self.agent("last", reads: "steps.next.output.x", then: "next: end"),
            ].joined(separator: "\n"))
        let problem = try #require(TenexDocuments.decode(text).report.diagnostics.first)
        #expect(
            TenexDocuments.messages(text) == [
                "error: `next` has not run on every way to `tell`: `first` → `next` → `tell`"
            ])
        #expect(problem.primary?.text == "a step that failed has no output")
        #expect(Authored.written(problem.primary?.span, in: text) == "steps.next.output.x")
    }

    @Test func `whether an output is there may be asked on any way`() {
        let text = Self.steps(
            [
                Self.agent("next", then: "next: both, fallback: both"),
                """
                both:
                  type: branch
                  branches:
                    - { condition: { field: steps.next.output.x, op: exists }, next: more }
                    - { condition: { field: steps.next.output.x, op: eq, value: 1 }, next: more }
                    - { next: end }
                more: { type: wait, config: { duration: 1h } }
                """,
            ].joined(separator: "\n"))
        #expect(
            TenexDocuments.messages(text) == [
                "error: `next` has not run on every way to `both`: `first` → `next` → `both`"
            ])
    }

    @Test func `steps side by side are warned about where they meet, and refused where not`() {
        let fan = Self.agent("next", then: "next: [left, right]")
        let left = Self.agent("left", then: "next: meet")
        let meet = Self.agent("meet", reads: "steps.left.output.x", then: "next: end")
        let right = Self.agent("right", then: "next: meet")
        #expect(
            TenexDocuments.messages(Self.steps([fan, left, right, meet].joined(separator: "\n")))
                == ["warning: `left` may still run beside `meet`"])
        let reading = Self.agent("right", reads: "steps.left.output.x", then: "next: meet")
        #expect(
            TenexDocuments.messages(Self.steps([fan, left, reading, meet].joined(separator: "\n")))
                == [
                    "error: `left` does not run before `right`",
                    "warning: `left` may still run beside `meet`",
                ])
    }

    @Test func `a cycle with a wait is allowed`() {
        let text = Self.steps(
            """
            next: { type: wait, config: { event_type: lead.updated, timeout: P1W }, next: again }
            again:
              type: branch
              branches:
                - { condition: { field: lead.status, op: eq, value: open }, next: next }
                - { next: end }
            """)
        #expect(TenexDocuments.messages(text) == [])
    }

    @Test(arguments: [
        "{ lead.email }", "}} lead", "{{ trigger.items[0].id }}",
        "{{lead.score}} {{ inputs.lead_id }}",
    ])
    func `paths between braces are let through`(text: String) {
        #expect(TenexDocuments.messages(Self.reading(text)) == [])
    }

    @Test(arguments: [
        (
            "{{ lead.email | lower }}",
            "`lead.email | lower` is more than a path, which nobody documents between braces"
        ),
        ("{{ now() }}", "`now()` is more than a path, which nobody documents between braces"),
        (
            "{{ 'inputs.nobody' }}",
            "`'inputs.nobody'` is more than a path, which nobody documents between braces"
        ),
        ("{{ }}", "nothing stands between `{{` and `}}`"),
        ("{{}} {{ lead.score }}", "nothing stands between `{{` and `}}`"),
        ("{{", "`{{` is never closed, so it stays in the text"),
        ("}} {{ lead", "`{{` is never closed, so it stays in the text"),
        ("{{ lead.email and {{ lead.score }}", "`{{` is never closed, so it stays in the text"),
    ])
    func `braces that take in nothing that is known are warned about`(
        text: String, message: String
    ) {
        #expect(TenexDocuments.messages(Self.reading(text)) == ["warning: \(message)"])
    }

    private static func reading(_ text: String) -> String {
        steps("next: { type: agent, config: { agent_slug: a, inputs: { x: \"\(text)\" } } }")
    }

    @Test func `inputs are found within longer expressions`() {
        let document = Self.steps(
            "next: { type: agent, config: { agent_slug: a, inputs: { x: \"{{ inputs.a or 1 }}\" } } }"
        )
        #expect(
            TenexDocuments.messages(document)
                == [
                    "error: `inputs.a` names an input that does not exist: `a`",
                    "warning: `inputs.a or 1` is more than a path, which nobody documents between "
                        + "braces",
                ])
    }

    @Test(arguments: [
        "0 6 * * 1", "*/15 * * * *", "0 9-17/2 1,15 JAN-MAR MON-FRI", "5 4 * * 7", "0 0 29 2 *",
    ])
    func `cron expressions that mean something are taken`(cron: String) {
        #expect(throws: Never.self) { try TenexCron(cron) }
    }

    @Test(arguments: [
        ("", "a cron schedule must have five fields"),
        ("@daily", "a cron schedule must have five fields"),
        ("0 0 * * * *", "a cron schedule must have five fields"),
        ("60 * * * *", "the minute must be from 0 to 59"),
        ("* 24 * * *", "the hour must be from 0 to 23"),
        ("* * 0 * *", "the day of the month must be from 1 to 31"),
        ("* * * 13 *", "the month must be from 1 to 12"),
        ("* * * * 8", "the day of the week must be from 0 to 7"),
        ("5-1 * * * *", "the minute"), ("*/0 * * * *", "the minute"), ("1, * * * *", "the minute"),
        ("* * * FOO *", "the month"), ("1/2/3 * * * *", "the minute"),
        ("1-2-3 * * * *", "the minute"), ("* * L * *", "the day of the month"),
    ])
    func `cron expressions that mean nothing are told apart`(cron: String, rule: String) throws {
        let problem = try #require(
            TenexDocuments.decode(
                TenexCheck.document(
                    trigger: "{ source: schedule, schedule: { cron: \"\(cron)\" }, "
                        + "input_mapping: { lead_id: a } }")
            ).report.diagnostics.first)
        #expect(problem.code == "tenex/cron")
        #expect(problem.message.hasPrefix(rule))
    }

    @Test(arguments: [
        ("lead.craeted", "lead.created"), ("lead.status.changed", "lead.status_changed"),
        ("lead.added_to_segment", "lead_added_to_segment"), ("lead.create", "lead.created"),
    ])
    func `events that are nearly known are asked about`(event: String, known: String) {
        let (_, report) = TenexDocuments.decode(
            TenexCheck.document(
                trigger: "{ source: crm, event_type: \(event), input_mapping: { lead_id: a } }"))
        #expect(report.diagnostics.map(\.help) == ["did you mean `\(known)`?"])
    }

    @Test(arguments: ["lead.deleted", "deal.won", "sequence.email.opened", "ad.clicked"])
    func `other events are sent as they are`(event: String) {
        #expect(
            TenexDocuments.messages(
                TenexCheck.document(
                    trigger: "{ source: crm, event_type: \(event), input_mapping: { lead_id: a } }"
                )) == [])
    }

    @Test(arguments: [
        ("https://example.com/a", true), ("http://localhost:8080", true),
        ("http://127.0.0.1/x", true), ("http://[::1]:9/x", true), ("http://example.com", false),
        ("ftp://example.com", false), ("https://", false), ("example.com", false),
        ("http://localhost.example.com", false),
    ])
    func `webhooks go over https`(url: String, isTaken: Bool) {
        let codes = TenexDocuments.codes(
            TenexCheck.document(
                trigger: "{ source: crm, event_type: lead.created, target_type: webhook, "
                    + "target_url: \"\(url)\" }"))
        #expect(codes == (isTaken ? [] : ["tenex/target-url"]))
    }

    @Test func `the inputs of a template are known to the platform alone`() {
        let text = """
            kind: tenex/workflow
            id: a
            name: A
            status: active
            from_template: { slug: lead-to-sequence, inputs: { segment_id: x } }
            triggers:
              a: { source: crm, event_type: lead.created, input_mapping: { any: x } }
            """
        #expect(TenexDocuments.messages(text) == [])
    }

    @Test func `a chain of many steps is checked without recursion and in time`() {
        let count = 1_000
        let lines = (1...count).map { index in
            Self.agent(
                "n\(index)", reads: "steps.\(index > 1 ? "n\(index - 1)" : "next").output.x",
                then: "next: \(index < count ? "n\(index + 1)" : "end")")
        }
        #expect(
            TenexDocuments.codes(
                Self.steps(([Self.agent("next", then: "next: n1")] + lines).joined(separator: "\n"))
            ) == [])
    }
}

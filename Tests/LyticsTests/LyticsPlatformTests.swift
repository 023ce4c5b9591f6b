import Diagnostics
import Documents
import Testing

@testable import Lytics
@testable import Platforms

@Suite struct `The platform Lytics` {
    private let platform = LyticsPlatform()

    private func error(_ status: Int, _ body: Value?, text: String = "") -> PlatformError? {
        let answer = Answer(status: status, body: body, text: text)
        if case .failure(let error) = platform.open(answer) { return error }
        return nil
    }

    @Test func `all three shapes of errors become one message`() {
        let new = error(
            400,
            [
                "status": 400, "request_id": "r1",
                "errors": [["code": "BADREQ-001", "message": "no such step", "level": "warn"]],
            ])
        #expect(new?.message == "no such step")
        #expect(new?.code == "BADREQ-001")
        #expect(new?.requestID == "r1")
        #expect(
            error(401, ["data": .null, "status": 401, "message": "Not authorized"])?.message
                == "Not authorized")
        #expect(error(404, ["status": 404, "error": "gone"])?.message == "gone")
        #expect(error(502, nil, text: "<html>Bad gateway")?.message == "<html>Bad gateway")
        #expect(error(500, nil)?.message == "the platform answered 500")
    }

    @Test func `a success is taken out of its envelope`() {
        let envelope: Value = ["data": [["id": "a"]], "status": 200, "request_id": "r"]
        #expect(platform.open(Answer(status: 200, body: envelope)) == .success([["id": "a"]]))
        #expect(platform.open(Answer(status: 204, body: nil)) == .success(.null))
        #expect(platform.open(Answer(status: 200, body: [1])) == .success([1]))
        #expect(error(200, nil, text: "<html>")?.message == "the answer is not JSON: <html>")
    }

    @Test func `a list that says it has more is asked for the page before its last`() {
        let request = Request(.get, ["v2", "job"], query: ["show_all": "true"])
        func next(_ meta: Value) -> Object? {
            let answer = Answer(status: 200, body: ["data": [], "status": 200, "_meta": meta])
            return platform.nextPage(after: answer, of: request)?.query
        }
        #expect(
            next(["has_more": true, "next_before": "c9"]) == ["show_all": "true", "before": "c9"])
        #expect(next(["has_more": true]) == ["show_all": "true"])
        #expect(next(["has_more": false, "next_before": "c9"]) == nil)
        #expect(next(.null) == nil)
    }

    @Test func `the account is the only one or its own parent`() {
        let account = Account(name: "a", platform: "lytics", url: "", tokenName: "T")
        func identity(_ value: Value) -> String? { platform.identity(in: value, of: account) }
        #expect(identity([["aid": 12]]) == "12")
        #expect(identity([["aid": 1, "parentaid": 2], ["aid": 2, "parentaid": 2]]) == "2")
        #expect(identity([["aid": 1], ["aid": 2]]) == nil)
    }

    @Test func `only what the scope asks for is read`() {
        let account = Account(name: "a", platform: "lytics", url: "", tokenName: "T")
        let scope = Scope(
            kinds: [KindName("lytics", "job")], lookups: [KindName("lytics", "segment")])
        let reads = platform.firstReads(scope, account)
        #expect(reads.map(\.request.path) == [["v2", "job"], ["v2", "segment"]])
        #expect(reads[0].request.query["show_all"] == "true")
    }

    @Test func `API tokens and the platform's own auths are no resources`() {
        let observation = take(
            .auths,
            [
                ["id": "a", "label": "A", "type": "basic_auth"],
                ["id": "t", "label": "T", "type": "lytics-auth-token"],
                ["id": "i", "label": "I", "type": "basic_auth", "internal": true],
            ])
        #expect(observation.resources.map(\.liveID) == ["a"])
    }

    @Test(arguments: [
        ("runnable", "running"), ("sleeping", "running"), ("initializing", "running"),
        ("fault-3", "running"), ("fault", "running"), ("pausing", "paused"), ("failed", "failed"),
        ("killed", nil), ("deleted", nil), ("deleting", nil),
    ])
    func `a job's status is one of few words, and killed jobs are gone`(
        status: String, expected: String?
    ) {
        let observation = take(
            .jobs, [["id": "a", "name": "A", "workflow": "x", "status": .text(status)]])
        #expect(observation.resources.first?.value["status"]?.text == expected)
    }

    @Test func `versions of a flow are merged into the one that acts, with a draft beside it`() {
        let flow: (Int64, Value) -> Value = { version, state in
            ["id": "f", "version": .int(version), "state": state, "steps": [], "label": state]
        }
        let observation = take(
            .flows(.steps), [flow(1, "running"), flow(3, "deleted"), flow(2, "draft")])
        #expect(observation.resources.count == 1)
        #expect(observation.resources[0].value["label"] == "running")
        #expect(observation.resources[0].facts[named: "version"] == 1)
        #expect(observation.resources[0].draft?.value["label"] == "draft")
        #expect(observation.resources[0].facts[named: "draftVersion"] == 2)
        #expect(observation.resources[0].facts[named: "runningVersion"] == 1)
    }

    @Test(
        arguments: [
            ([["steps": []]], nil), ([["steps": [["id": 1]]]], "steps"),
            ([["nodes": [["type": "trigger", "sequence_id": 0]]]], nil),
            ([["nodes": [["type": "delay", "sequence_id": 2]]]], "core"),
            ([["nodes": [["type": "delay", "sequence_id": 2000]]]], "graph"),
            (
                [
                    ["nodes": [["type": "delay", "sequence_id": 2]]],
                    ["nodes": [["type": "delay", "sequence_id": 2000]]],
                ], "graph"
            ),
        ] as [([Value], Value?)])
    func `an account takes new flows in the form in which its flows were made`(
        shown: [Value], form: Value?
    ) {
        let flows = shown.enumerated().map { index, flow -> Value in
            var flow = flow.object ?? [:]
            flow["id"] = .text("f\(index)")
            return .object(flow)
        }
        #expect(take(.flows(.steps), flows).facts[named: "wire"] == form)
    }

    @Test func `a step without a slug is named by what was given, else by its number`() {
        let raw: Value = [
            "id": "f",
            "nodes": [
                ["sequence_id": 0, "type": "trigger", "reentry_delay": 3600],
                ["sequence_id": 1000, "type": "export"],
                ["sequence_id": 2000, "type": "delay", "delay": 5],
                ["sequence_id": 2001, "type": "exit"],
            ],
            "edges": [
                ["source": 0, "target": 1000], ["source": 1000, "target": 2000],
                ["source": 2000, "target": 2001],
            ],
        ]
        var scope = Scope(kinds: [KindName("lytics", "flow")])
        scope.given["lytics/flow f"] = ["send": 1000]
        let value = take(.flows(.steps), [raw], scope).resources[0].value
        #expect(value["steps"]?.list?.map { $0["slug"] } == ["send", "step_2000"])
        #expect(value["steps"]?.list?.map { $0["next"] } == ["step_2000", "end"])
        #expect(value["reentry_delay"] == 3_600_000_000_000)
        #expect(value["root_step_id"] == "send")
    }

    @Test func `lookups answer to slug and name`() {
        let rows = take(.segments, [["id": "x", "slug_name": "vip", "name": "VIP"]]).lookups
        #expect(rows.map(\.names) == [["vip", "VIP"]])
    }

    @Test
    func
        `a read that the platform does not know ends the program and never shows an empty account`()
        async
    {
        await #expect(processExitsWith: .failure) {
            let account = Account(name: "a", platform: "lytics", url: "", tokenName: "T")
            let stray = Read(Request(.get, ["v2", "job"]), purpose: "the jobs")
            var report = Report()
            _ = LyticsPlatform().take(
                [], of: stray, Scope(kinds: []), account, into: &report)
        }
    }

    private func take(
        _ subject: LyticsRead, _ values: [Value], _ scope: Scope = Scope(kinds: [])
    ) -> Observation {
        var report = Report()
        let account = Account(name: "lytics", platform: "lytics", url: "", tokenName: "T")
        return platform.take(.list(values), of: subject.list(), scope, account, into: &report)
    }
}

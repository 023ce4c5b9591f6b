import Crypto
import Documents
import EmulatedKit
import TenexEmulated
import Platforms
import Testing

/// An emulated 10ex whose webhooks a test takes and answers itself.
private struct Hooks {
    let api = TenexEmulatedAPI()
    var store: EmulatedStore
    var now = World.start

    init(switches: Set<String> = []) {
        store = EmulatedStore(switches: switches)
        api.seed(&store, now: now)
    }

    mutating func send(_ method: String, _ path: [String], _ body: Value = [:]) -> Value {
        let request = EmulatedRequest(
            method: method, path: ["api", "v1"] + path,
            headers: ["authorization": "Bearer tnx_demo0001_x"], body: body.canonicalBytes)
        guard case .json(let value) = api.answer(request, &store, now: now).body else {
            return .null
        }
        return value
    }

    /// Lets so many seconds pass and takes what is due.
    mutating func after(_ seconds: Int64) -> [EmulatedDelivery] {
        now = EmulatedTime(milliseconds: now.milliseconds + seconds * 1000)
        api.advance(&store, to: now)
        return api.deliveries(&store, now: now)
    }

    mutating func answer(_ delivery: EmulatedDelivery?, _ status: Int?) {
        api.delivered(delivery?.id ?? "", status: status, &store, now: now)
    }

    mutating func hook(_ event: Value) {
        _ = send(
            "POST", ["flows", "triggers"],
            [
                "source": "crm", "event_type": event, "target_type": "webhook",
                "target_url": "http://127.0.0.1:9/in",
            ])
    }

    func object(_ kind: String, _ id: String) -> Value? {
        api.object(account: nil, kind: "tenex/\(kind)", id: id, store)
    }
}

struct TenexWebhookTests {
    private static func lead(_ hooks: inout Hooks) {
        _ = hooks.send("POST", ["crm", "leads"], ["email": "a@example.com"])
    }

    @Test func `a webhook is signed over its bytes with the workspace's secret`() throws {
        var hooks = Hooks()
        hooks.hook("lead.created")
        Self.lead(&hooks)
        let delivery = try #require(hooks.after(0).first)
        let body = try JSON.parse(delivery.body)
        #expect(body.object?.keys == ["company_id", "data", "id", "occurred_at", "type"])
        #expect(body["type"] == "lead.created")
        #expect(body["id"]?.text?.hasPrefix("evt_") == true)
        #expect(body["data"]?["email"] == "a@example.com")
        let workspace = hooks.object("workspace", "acme")
        #expect(body["company_id"] == workspace?["id"])
        let secret = try #require(workspace?["webhook_secret"]?.text)
        let code = HMAC<SHA256>.authenticationCode(
            for: delivery.body, using: SymmetricKey(data: Array(secret.utf8)))
        let digits = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(delivery.headers == ["X-10ex-Signature": "sha256=\(digits)"])
    }

    @Test func `a webhook is tried again after 1, 2, 4, 8 and 16 seconds, then given up`() throws {
        var hooks = Hooks()
        hooks.hook("lead.created")
        Self.lead(&hooks)
        let first = try #require(hooks.after(0).first)
        hooks.answer(first, 500)
        var bodies = [first.body]
        for seconds in [1, 2, 4, 8, 16] as [Int64] {
            #expect(hooks.after(seconds - 1).isEmpty)
            let next = hooks.api.nextChange(hooks.store, after: hooks.now)
            #expect(next?.milliseconds == hooks.now.milliseconds + 1000)
            let again = try #require(hooks.after(1).first)
            bodies.append(again.body)
            hooks.answer(again, nil)
        }
        #expect(Set(bodies).count == 1)
        #expect(hooks.after(100).isEmpty)
        let log = hooks.object("deliveries", "lead.created")?.list?.first
        #expect(log?["status"] == "failed")
        #expect(log?["attempts"]?.list?.count == 6)
    }

    @Test(arguments: [(204, "delivered"), (401, "failed"), (403, "failed")])
    func `a webhook that is taken or not allowed is not sent again`(
        status: Int, word: String
    ) throws {
        var hooks = Hooks()
        hooks.hook("lead.created")
        Self.lead(&hooks)
        let first = hooks.after(0).first
        hooks.answer(first, status)
        #expect(hooks.after(100).isEmpty)
        #expect(hooks.object("deliveries", "acme")?.list?.first?["status"] == .text(word))
    }

    @Test(arguments: [true, false])
    func `webhooks hear of runs where that is on`(isOn: Bool) throws {
        var hooks = Hooks(switches: isOn ? ["tenex-flow-events"] : [])
        hooks.hook("flow.run.completed")
        let graph = Steps.graph([Steps.agent("a")])
        let made = hooks.send("POST", ["flows", "workflows"], ["name": "F", "graph": graph])
        let id = made["id"]?.text ?? ""
        let run = hooks.send("POST", ["flows", "workflows", id, "trigger"])
        let delivery = hooks.after(1).first
        #expect((delivery == nil) == !isOn)
        guard let delivery else { return }
        let data = try JSON.parse(delivery.body)["data"]
        #expect(data?["run_id"] == run["id"])
        #expect(data?["status"] == "completed")
    }

    @Test func `an address that subscribed hears of its events`() throws {
        var hooks = Hooks()
        _ = hooks.send("GET", ["agents"])
        let edit = EmulatedEdit(
            kind: "tenex/webhook", id: "http://127.0.0.1:9/all",
            fields: ["event_types": ["lead.created"]])
        #expect(hooks.api.edit(edit, &hooks.store, now: hooks.now))
        Self.lead(&hooks)
        #expect(hooks.after(0).map(\.url) == ["http://127.0.0.1:9/all"])
    }

    @Test(arguments: [true, false])
    func `attempts have ids of their own where that is on`(isOn: Bool) throws {
        var hooks = Hooks(switches: isOn ? ["tenex-attempt-ids"] : [])
        hooks.hook("lead.created")
        Self.lead(&hooks)
        let first = try #require(hooks.after(0).first)
        hooks.answer(first, 503)
        let second = try #require(hooks.after(1).first)
        let ids = try [first, second].map { try JSON.parse($0.body)["id"] }
        #expect((ids[0] == ids[1]) == !isOn)
        hooks.answer(first, 204)
        #expect(hooks.object("deliveries", "all")?.list?.first?["status"] == "sending")
    }
}

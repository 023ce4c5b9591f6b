import Documents
import EmulatedKit
import LyticsEmulated
import Emulation
import Platforms

/// An emulator in this process, asked as a client would.
struct World {
    let emulator: Emulator
    let token: String

    /// Takes flows as `steps` too, which the tests write flows as.
    static let takingSteps = ["no-strict-flows"]

    static let start = EmulatedTime(milliseconds: 1_774_000_000_000)

    init(
        preset: EmulatedPreset = .today, switches: [String] = takingSteps,
        token: String = "at.test.secret",
        dataFile: String? = nil
    ) async throws {
        let options = EmulatorOptions(
            preset: preset, switches: switches, dataFile: dataFile, clock: .fixed(Self.start))
        emulator = try await Emulator(apis: [LyticsEmulatedAPI()], options: options)
        self.token = token
    }

    /// Sends a request and returns its status and body.
    @discardableResult
    func send(
        _ method: String, _ path: String, _ body: Value? = nil, token: String? = nil
    ) async -> Answer {
        let response = await emulator.answer(
            method: method, path: path, headers: ["Authorization": token ?? self.token],
            body: body?.canonicalBytes ?? [])
        guard case .json(let value) = response.body else {
            return Answer(status: response.status, body: .null, headers: response.headers)
        }
        return Answer(status: response.status, body: value, headers: response.headers)
    }

    /// The id of a segment by slug.
    func segment(_ slug: String = "new_signups") async -> Value {
        await send("GET", "/v2/segment/\(slug)").data["id"] ?? .null
    }

    /// Creates an auth and returns its id.
    func auth() async -> Value {
        await send("POST", "/v2/auth/sendgrid", ["label": "Mail", "config": ["apikey": "s3cret"]])
            .data["id"] ?? .null
    }

    /// Creates a job and returns its id.
    func job(_ query: String = "", _ fields: Object = [:]) async -> String {
        let defaults: Object = ["name": "Offers", "config": [:], "description": "first"]
        let body = Object(members: defaults.members + fields.members)
        let answer = await send("POST", "/v2/job/braze-export\(query)", .object(body))
        return answer.data["id"]?.text ?? ""
    }

    /// Creates a flow that exports through a job and then waits.
    func flow(_ id: String = "welcome", next: Value = 2) async -> Value {
        let job = await job()
        let body: Value = [
            "id": .text(id), "label": "Welcome", "entry_segment_id": await segment(),
            "entry_condition": "on_segment_entry", "reentry_delay": "24h", "colour": "green",
            "steps": [
                [
                    "id": 1, "slug": "send", "type_hint": "work_export", "work_id": .text(job),
                    "next": next, "icon": "mail",
                ], ["id": 2, "slug": "wait", "type_hint": "delay", "delay": "1h30m"],
            ],
        ]
        await send("POST", "/v2/flow/ui", body)
        return body
    }
}

/// What came back.
struct Answer {
    let status: Int
    let body: Value
    let headers: [(name: String, value: String)]

    var data: Value { body["data"] ?? .null }
    var message: String {
        body["errors"]?.list?.first?["message"]?.text ?? body["message"]?.text ?? ""
    }
    var code: String { body["errors"]?.list?.first?["code"]?.text ?? "" }
}

extension Value {
    /// A copy with one member set.
    func with(_ key: String, _ value: Value) -> Value { setting([key], to: value) }
}

extension Value? {
    /// Whether there is a value, null included.
    var isThere: Bool { if case .some = self { true } else { false } }
}

import Documents
import EmulatedKit
import LyticsEmulated

extension ContractSession {
    /// What the emulated Lytics serves to tools beside Weir: segments, fields and people.
    static func audiences(_ preset: EmulatedPreset) -> ContractSession {
        ContractSession(name: "lytics, audiences, \(preset)") { recording in
            let api = LyticsEmulatedAPI()
            let isOn = api.switches.filter { preset == .brief ? $0.isOnInBrief : $0.isOnToday }
            var store = EmulatedStore(switches: Set(isOn.map(\.name)))
            let now = EmulatedTime(milliseconds: WorldClock.start * 1000)
            api.seed(&store, now: now)
            for ask in asks {
                let request = ask.request
                let response = api.answer(request, &store, now: now)
                var answer: Value?
                if case .json(let value) = response.body { answer = value }
                recording.add(
                    request.method, request.path,
                    query: request.query.map { [.text($0.name), .text($0.value)] },
                    body: ask.body, status: response.status, answer: answer)
            }
        }
    }

    /// A request of another tool, `GET v2/segment?sizes=true`, with an object or a text.
    private struct Ask {
        let line: String
        var body: Value?
        var text = ""

        var request: EmulatedRequest {
            let words = line.split(separator: " ").map(String.init)
            let parts = words[1].split(separator: "?").map(String.init)
            let query = parts.count > 1 ? parts[1].split(separator: "&") : []
            return EmulatedRequest(
                method: words[0], path: parts[0].split(separator: "/").map(String.init),
                query: query.map { pair in
                    let halves = pair.split(separator: "=").map(String.init)
                    return (name: halves[0], value: halves[1])
                },
                headers: ["authorization": "at.conformance.secret"],
                body: body?.canonicalBytes ?? Array(text.utf8))
        }
    }

    private static let asks = [
        Ask(line: "GET v2/segment?sizes=true&table=user&kind=segment&valid=true"),
        Ask(line: "GET v2/segment/vip?sizes=true"), Ask(line: "GET v2/segment/nobody"),
        Ask(line: "POST v2/segment", body: segment), Ask(line: "POST v2/segment", body: [:]),
        Ask(line: "PUT v2/segment/made", body: ["name": "Made otherwise"]),
        Ask(line: "PUT v2/segment/made", body: ["slug_name": "vip"]),
        Ask(line: "DELETE v2/segment/made"), Ask(line: "DELETE v2/segment/made"),
        Ask(line: "DELETE v2/segment/one,two"),
        Ask(line: "POST api/segment/validate", text: "FILTER a = 1"),
        Ask(line: "POST api/segment/validate", text: "a = 1"),
        Ask(line: "POST api/segment/size", text: "FILTER a = 1"),
        Ask(line: "GET api/segment/vip/size"), Ask(line: "GET api/segment/nobody/size"),
        Ask(line: "GET v2/schema/user/field"), Ask(line: "GET v2/schema/content/field"),
        Ask(line: "GET api/entity/user/user_id/7?segments=true&allsegments=true"),
        Ask(line: "GET api/entity/user/email/nobody@example.com"),
    ]

    /// A segment as the vendor's skill creates one.
    private static let segment: Value = [
        "name": "Made", "slug_name": "made", "description": "Made by a test",
        "segment_ql": "FILTER a = 1 FROM user ALIAS made", "kind": "segment", "table": "user",
        "is_public": true, "save_hist": true,
    ]
}

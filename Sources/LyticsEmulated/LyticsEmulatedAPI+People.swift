import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// One person by an identity, with the segments and the steps of flows where they are.
    ///
    /// The forty customers of the sample tables are the people. In which segments and at which
    /// steps they are depends on their number and on the text alone, which is an assumption, as the
    /// members of an answer beside `segments` and `flows_step_slugs` are.
    static func getPerson(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        guard exchange.part(2) == "user",
            let number = person(exchange.part(3), exchange.part(4))
        else { return notFound }
        var data: Object = [
            "email": .text("customer\(number)@example.com"), "user_id": .text("\(number)"),
            "first_name": .text("Customer \(number)"), "created": "2026-01-01T00:00:00Z",
            "flows_step_slugs": .object(places(of: number, exchange)),
        ]
        if exchange.flag("segments") {
            let slugs = segments(of: number, exchange).compactMap { $0["slug_name"] }
            data["segments"] = .list(slugs + ["all"])
        }
        return exchange.answer(.object(data))
    }

    /// A person who is not there is no 404.
    private static let notFound = EmulatedResponse(
        status: 200,
        body: .json([
            "data": ["segments": ["not_found", "all"]], "status": 200, "message": "Not Found",
        ]))

    /// The number of the sample customer who has an identity.
    private static func person(_ field: String, _ value: String) -> Int? {
        (1...40).first { number in
            switch field {
            case "email": value == "customer\(number)@example.com"
            case "user_id": value == "\(number)"
            default: false
            }
        }
    }

    /// The segments that a person is in; those that are not public only where all are asked for.
    private static func segments(of number: Int, _ exchange: Exchange) -> [Object] {
        rows("lytics/segment", exchange.account.aid, exchange.store).filter { row in
            let isShown = exchange.flag("allsegments") || row["is_public"] == true
            return isShown && isMember(number, of: row)
        }
    }

    private static func isMember(_ number: Int, of segment: Object) -> Bool {
        SegmentQL(segment["segment_ql"]?.text ?? "").reaches("\(number)")
    }

    /// The step of each flow at which a person is, by `<flow>-<version>`.
    private static func places(of number: Int, _ exchange: Exchange) -> Object {
        var places = Object()
        for flow in flows(exchange) {
            for version in flow.versions where ["running", "draining"].contains(version.state) {
                let entry = version.header["entry_segment_id"]?.text ?? ""
                let slugs = version.steps.compactMap { $0["slug"]?.text }
                guard !slugs.isEmpty, let segment = segment(entry, exchange),
                    isMember(number, of: segment)
                else { continue }
                places["\(flow.id)-\(version.version)"] = .text(slugs[number % slugs.count])
            }
        }
        return places
    }
}

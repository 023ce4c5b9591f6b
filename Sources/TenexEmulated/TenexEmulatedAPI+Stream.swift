import Documents
import EmulatedKit
import Tenex

extension TenexEmulatedAPI {
    /// Opens the stream of a run's progress.
    static func streamRun(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        _ = try run(exchange)
        return EmulatedResponse(
            status: 200,
            headers: [("Cache-Control", "no-cache")],
            body: .events)
    }

    /// What a run's stream tells behind the last event that the client has seen.
    func progress(
        for request: EmulatedRequest, sent: Int, _ store: EmulatedStore
    ) -> EmulatedEvents {
        guard let match = api.match(request.method, request.path), match.operation == .streamRun,
            let id = match.parameters["run_id"],
            let workspace = Self.workspace(of: request, store),
            let run = Self.row("tenex/run", id, workspace, store)
        else { return EmulatedEvents(isOver: true) }
        let seen = Int64(request.headers["last-event-id"] ?? "") ?? 0
        let first = max(0, seen) + Int64(sent) + 1
        let last = run["_events"]?.int ?? 0
        let numbers = first <= last ? Array(first...last) : []
        return EmulatedEvents(
            events: numbers.compactMap { number in
                let row = "\(workspace)/\(id)/\(Self.padded(number))"
                return store["tenex/progress", row].map { event($0, number) }
            }, isOver: Self.isTerminal(run))
    }

    private func event(_ row: Value, _ number: Int64) -> String {
        let name = row["event"]?.text ?? ""
        let data = api.wire(row["data"] ?? .null, as: name == "step" ? .stepRun : .run)
        return "id: \(number)\nevent: \(name)\ndata: \(data.canonicalJSON)\n\n"
    }

    /// The workspace of a request that was let in before.
    private static func workspace(of request: EmulatedRequest, _ store: EmulatedStore) -> String? {
        guard let token = token(of: request) else { return nil }
        return Key(token).flatMap { store["tenex/key", $0.prefix]?["_workspace"]?.text }
            ?? store["tenex/session", token]?["workspace"]?.text
    }
}

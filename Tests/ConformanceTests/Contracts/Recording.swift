import Documents
import Platforms
import Reconciling

@testable import Commands

/// What was sent to the platforms and what they answered, for a check against their contracts.
final class Recording: Sendable {
    private let lines = Lines()

    /// One exchange a line, as `Vendors/check.py` reads them.
    var text: String { lines.text }

    /// Remembers an exchange; 10ex has published no contract, so nothing is kept of it.
    func add(_ request: WireRequest, _ answer: Answer) {
        guard !request.path.starts(with: ["api", "v1"]) else { return }
        let body = request.body.flatMap { try? JSON.parse($0) }
        add(
            request.method.rawValue.uppercased(), request.path,
            query: request.query.map { [.text($0.name), .text($0.value)] }, body: body,
            status: answer.status, answer: answer.body)
    }

    /// Remembers an exchange that a test describes.
    func add(
        _ method: String, _ path: [String], query: [Value] = [], body: Value?, status: Int,
        answer: Value?
    ) {
        let line: Value = [
            "method": .text(method), "path": .list(path.map { .text($0) }), "query": .list(query),
            "body": body ?? .null, "status": .int(Int64(status)), "answer": answer ?? .null,
        ]
        lines.add(line.canonicalJSON + "\n")
    }
}

/// A way to a platform on which every exchange is recorded.
struct RecordingTransport: Transport {
    let inner: any Transport
    let recording: Recording

    func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        let answer = try await inner.send(request)
        recording.add(request, answer)
        return answer
    }

    func follow(
        _ request: WireRequest, wantsMore: (ArraySlice<UInt8>) async -> Bool
    ) async throws(TransportError) -> Answer {
        try await inner.follow(request, wantsMore: wantsMore)
    }
}

extension World {
    /// The same world, with everything recorded that goes to the platforms.
    func recorded(by recording: Recording) -> World {
        var world = self
        world.session.wrapping = { RecordingTransport(inner: $0, recording: recording) }
        return world
    }
}

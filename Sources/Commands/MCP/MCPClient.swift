import Documents
import Synchronization

/// The client as the server asks it: requests that go to it, and the answers that come back.
final class MCPClient: Sendable {
    private struct State {
        var asksPeople = false
        var isClosed = false
        var count = 0
        var waiting: [Value: CheckedContinuation<Value?, Never>] = [:]
    }

    private let state = Mutex(State())
    private let send: @Sendable (Value) -> Void

    /// Speaks to a client; `send` writes one message.
    init(send: @escaping @Sendable (Value) -> Void) { self.send = send }

    /// Whether the client puts questions to the person that it works for.
    var asksPeople: Bool { state.withLock { $0.asksPeople } }

    /// Remembers what the client said that it can do.
    func note(asksPeople: Bool) { state.withLock { $0.asksPeople = asksPeople } }

    /// Asks the person whether to go on; false where they do not say yes.
    func confirms(_ message: String) async -> Bool {
        let answer = await ask(
            "elicitation/create",
            [
                "message": .text(message),
                "requestedSchema": [
                    "type": "object",
                    "properties": [
                        "send": [
                            "type": "boolean", "title": "Send it", "default": false,
                            "description": "Whether this is sent, exactly as it is shown.",
                        ]
                    ],
                    "required": ["send"],
                ],
            ])
        return answer?["action"] == "accept" && answer?["content"]?["send"] == true
    }

    private func ask(_ method: String, _ params: Value) async -> Value? {
        await withCheckedContinuation { continuation in
            let id: Value? = state.withLock { state in
                guard !state.isClosed else { return nil }
                state.count += 1
                let id = Value.text("weir-\(state.count)")
                state.waiting[id] = continuation
                return id
            }
            guard let id else { return continuation.resume(returning: nil) }
            let request: Value = [
                "jsonrpc": "2.0", "id": id, "method": .text(method), "params": params,
            ]
            send(request)
        }
    }

    /// Takes an answer; one that nobody waits for is left alone.
    func take(_ id: Value, _ result: Value?) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: result)
    }

    /// Ends every wait: the client answers no more.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(returning: nil) }
    }
}

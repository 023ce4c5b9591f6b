import Diagnostics
import Documents
import Platforms
import Reconciling

/// Speaks to the emulator's own endpoints below `/_emulator/`.
struct EmulatorControl: Sendable {
    /// The emulator's base URL.
    let url: String

    /// Posts to a control endpoint.
    func post(_ name: String, _ body: Value) async throws {
        try await send(.post, name, body: body)
    }

    /// Reads a control endpoint.
    func get(_ name: String, query: Object = [:]) async throws -> Value {
        try await send(.get, name, query: query)
    }

    /// Sends a request to a control endpoint; anything but a 2xx is an error.
    @discardableResult
    func send(
        _ method: Request.Method, _ name: String, query: Object = [:], body: Value? = nil
    ) async throws -> Value {
        let transport = NetworkTransport(
            url: url, token: Secret(""), authorization: { _ in [] })
        let request = WireRequest(
            method, ["_emulator", name],
            query: query.map { .init($0.key, $0.value.text ?? $0.value.canonicalJSON) },
            body: body?.canonicalBytes)
        let result: Result<Answer, TransportError>
        do throws(TransportError) {
            result = .success(try await transport.send(request))
        } catch {
            result = .failure(error)
        }
        await transport.close()
        let answer = try result.get()
        guard (200..<300).contains(answer.status) else {
            throw Failure(
                .failed,
                .error(
                    CommandCode.demoEmulator, "the emulator answered \(answer.status) to `\(name)`")
            )
        }
        return answer.body ?? .null
    }
}

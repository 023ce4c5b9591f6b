import Documents
import Foundation
import Platforms
import Reconciling

/// Puts the generator's flows and their job into an emulator, as if they had been applied.
struct LiveFlows {
    /// The emulator's base URL.
    let url: String

    /// A transport with the token that the generated project uses.
    var transport: NetworkTransport {
        NetworkTransport(url: url, token: Secret("at.bench.emulated")) { token in
            [(name: "Authorization", value: token)]
        }
    }

    /// Creates the job and the flows.
    func fill(_ count: Int) async throws {
        let transport = transport
        do { try await fill(count, by: transport) } catch {
            await transport.close()
            throw error
        }
        await transport.close()
    }

    private func fill(_ count: Int, by transport: NetworkTransport) async throws {
        let job = try await post(
            WireRequest(
                .post, ["v2", "job", "webhook_triggers"],
                query: [WireRequest.Parameter("run_job", "false")]),
            FlowGenerator.jobBody, transport)
        var segments: [String: Value] = [:]
        for slug in FlowGenerator.segments {
            let answer = try await transport.send(WireRequest(.get, ["v2", "segment", slug]))
            segments[slug] = answer.body?["data"]?["id"] ?? .null
        }
        for number in 0..<count {
            let body = FlowGenerator.body(
                number, job: job["id"] ?? .null,
                segment: segments[FlowGenerator.segment(number)] ?? .null)
            _ = try await post(WireRequest(.post, ["v2", "flow", "ui"]), body, transport)
        }
    }

    private func post(
        _ request: WireRequest, _ body: Value, _ transport: NetworkTransport
    ) async throws -> Value {
        var request = request
        request.body = Array(body.canonicalJSON.utf8)
        let answer = try await transport.send(request)
        guard (200..<300).contains(answer.status) else {
            throw ChildFailure(
                arguments: [request.line], status: Int32(answer.status),
                text: answer.body?.canonicalJSON ?? answer.text)
        }
        return answer.body?["data"] ?? .null
    }
}

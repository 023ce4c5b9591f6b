import Documents
import Synchronization

/// Serves one client: reads its lines, answers them, and calls tools one after the other.
struct MCPServer {
    /// A message or a batch of them, as it is to be answered.
    private struct Job: Sendable {
        var steps: [MCPSession.Step]
        var isBatch: Bool
    }

    /// How many bytes a message has at most; more of it is not held.
    static let longestLine = 16 << 20

    private let tools: [MCPTool]
    private let client: MCPClient
    private let send: @Sendable (Value) -> Void

    /// Offers tools to a client; `send` writes one message.
    init(tools: [MCPTool], client: MCPClient, send: @escaping @Sendable (Value) -> Void) {
        self.tools = tools
        self.client = client
        self.send = send
    }

    /// Serves until the input ends and every call that came is answered.
    func serve(_ lines: some AsyncSequence<[UInt8], Never>) async {
        let (jobs, continuation) = AsyncStream.makeStream(of: Job.self)
        let cancelled = Cancelled()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await job in jobs { await answer(job, unless: cancelled) }
            }
            var session = MCPSession(tools: tools)
            for await line in lines where !Self.isBlank(line) {
                let job = Self.job(line, &session)
                for case .cancel(let id) in job.steps { cancelled.insert(id) }
                for case .answered(let id, let result) in job.steps { client.take(id, result) }
                client.note(asksPeople: session.asksPeople)
                if job.isBatch || job.steps.contains(where: \.isCall) {
                    continuation.yield(job)
                } else {
                    for case .reply(let reply) in job.steps { send(reply) }
                }
            }
            client.close()
            continuation.finish()
        }
    }

    private static func isBlank(_ line: [UInt8]) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// What a line asks for.
    private static func job(_ line: [UInt8], _ session: inout MCPSession) -> Job {
        guard line.count <= longestLine else {
            let error = MCPError.invalidRequest(
                "a message has at most \(longestLine >> 20) MiB; this one was not read")
            return Job(steps: [.reply(MCPReply.error(.null, error))], isBatch: false)
        }
        let value: Value
        do throws(JSONError) {
            value = try JSON.parse(line)
        } catch {
            let reply = MCPReply.error(.null, .parse("the line is not JSON: \(error.message)"))
            return Job(steps: [.reply(reply)], isBatch: false)
        }
        guard let batch = value.list else {
            return Job(steps: [session.take(MCPMessage(value))], isBatch: false)
        }
        guard session.takesBatches, !batch.isEmpty else {
            let error = MCPError.invalidRequest("a line is one message")
            return Job(steps: [.reply(MCPReply.error(.null, error))], isBatch: false)
        }
        return Job(steps: batch.map { session.take(MCPMessage($0)) }, isBatch: true)
    }

    /// Calls what a job calls, and writes what is to be said.
    private func answer(_ job: Job, unless cancelled: Cancelled) async {
        var replies: [Value] = []
        for step in job.steps {
            switch step {
            case .reply(let reply): replies.append(reply)
            case .call(let id, let name, let arguments):
                guard !cancelled.contains(id), let tool = tools.first(where: { $0.name == name })
                else {
                    continue
                }
                let result = await tool.call(arguments)
                if !cancelled.contains(id) { replies.append(MCPReply.result(id, result.answer)) }
            case .cancel, .answered, .nothing: break
            }
        }
        if job.isBatch, !replies.isEmpty {
            send(.list(replies))
        } else {
            for reply in replies { send(reply) }
        }
    }
}

/// The requests whose answers nobody waits for any more.
private final class Cancelled: Sendable {
    private let ids = Mutex<Set<Value>>([])

    func insert(_ id: Value) { ids.withLock { _ = $0.insert(id) } }
    func contains(_ id: Value) -> Bool { ids.withLock { $0.contains(id) } }
}

extension MCPSession.Step {
    fileprivate var isCall: Bool { if case .call = self { true } else { false } }
}

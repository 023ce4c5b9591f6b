public import Diagnostics
import Documents
public import Platforms

/// Unfolds a platform's reads into what it shows now.
public struct Observer: Sendable {
    private let parallel: Int

    /// Reads so many things at once.
    public init(parallel: Int = 4) { self.parallel = max(1, parallel) }

    /// Reads whose token the account's is.
    public func identity(_ client: AccountClient) async throws(ReconcilingError) -> String {
        let read = client.platform.identityRead(client.account)
        let value = try await client.read(read)
        guard let identity = client.platform.identity(in: value, of: client.account) else {
            throw client.failure(
                .unexpected(
                    code: ReconcilingCode.noIdentity,
                    message: "the answer does not tell the account"),
                doing: "read \(read.purpose)")
        }
        return identity
    }

    /// Reads everything a scope asks for; answers are merged in the order of the reads.
    public func observe(
        _ client: AccountClient, _ scope: Scope, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        let first = client.platform.firstReads(scope, client.account)
        return try await unfold(first, client, scope, into: &report)
    }

    /// Carries out reads and those that follow from their answers, each once.
    func unfold(
        _ reads: [Read], _ client: AccountClient, _ scope: Scope, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        var whole = Observation()
        var account = client.account
        var seen: Set<Read> = []
        var wave = reads.filter { seen.insert($0).inserted }
        while !wave.isEmpty {
            let values = try await answers(to: wave, client)
            var next: [Read] = []
            for (read, value) in zip(wave, values) {
                let part = client.platform.take(value, of: read, scope, account, into: &report)
                whole.add(part)
                account.facts.add(part.facts)
                next += part.reads.filter { seen.insert($0).inserted }
            }
            wave = next
        }
        return whole
    }

    /// What became of one read; a type of its own, since a tuple of these is miscompiled by Swift
    /// 6.3.1 with optimization (seen 2026-11).
    private final class Reply: Sendable {
        let index: Int
        let result: Result<Value, ReconcilingError>

        init(_ index: Int, _ result: Result<Value, ReconcilingError>) {
            self.index = index
            self.result = result
        }
    }

    private func answers(
        to reads: [Read], _ client: AccountClient
    ) async throws(ReconcilingError) -> [Value] {
        await client.limiter.expect(reads.count)
        let replies = await withTaskGroup(of: Reply.self, returning: [Reply].self) { group in
            var replies: [Reply] = []
            var next = 0
            while next < min(parallel, reads.count) {
                let (read, index) = (reads[next], next)
                group.addTask { await Observer.reply(to: read, at: index, client) }
                next += 1
            }
            while let reply = await group.next() {
                replies.append(reply)
                guard case .success = reply.result, next < reads.count else { continue }
                let (read, index) = (reads[next], next)
                group.addTask { await Observer.reply(to: read, at: index, client) }
                next += 1
            }
            return replies
        }
        var values: [Value] = []
        for reply in replies.sorted(by: { $0.index < $1.index }) {
            values.append(try reply.result.get())
        }
        return values
    }

    private static func reply(
        to read: Read, at index: Int, _ client: AccountClient
    ) async -> Reply {
        do throws(ReconcilingError) {
            return Reply(index, .success(try await client.read(read)))
        } catch {
            guard read.isOptional, case .refused(let refusal) = error.cause,
                [403, 404, 405].contains(refusal.status)
            else { return Reply(index, .failure(error)) }
            return Reply(index, .success(.list([])))
        }
    }
}

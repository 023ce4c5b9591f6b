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
        guard let identity = client.platform.identity(in: value) else {
            throw client.failure(
                .unexpected(
                    code: "account/no-identity", message: "the answer does not tell the account"),
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
                for member in part.facts { account.facts[member.key] = member.value }
                next += part.reads.filter { seen.insert($0).inserted }
            }
            wave = next
        }
        return whole
    }

    private func answers(
        to reads: [Read], _ client: AccountClient
    ) async throws(ReconcilingError) -> [Value] {
        var results = [Result<Value, ReconcilingError>?](repeating: nil, count: reads.count)
        await withTaskGroup(of: (Int, Result<Value, ReconcilingError>).self) { group in
            var next = 0
            while next < min(parallel, reads.count) {
                Observer.add(reads[next], at: next, client, to: &group)
                next += 1
            }
            while let (index, result) = await group.next() {
                results[index] = result
                guard case .success = result, next < reads.count else { continue }
                Observer.add(reads[next], at: next, client, to: &group)
                next += 1
            }
        }
        var values: [Value] = []
        for result in results { if let result { values.append(try result.get()) } }
        return values
    }

    private static func add(
        _ read: Read, at index: Int, _ client: AccountClient,
        to group: inout TaskGroup<(Int, Result<Value, ReconcilingError>)>
    ) {
        group.addTask {
            do throws(ReconcilingError) {
                return (index, .success(try await client.read(read)))
            } catch {
                return (index, .failure(error))
            }
        }
    }
}

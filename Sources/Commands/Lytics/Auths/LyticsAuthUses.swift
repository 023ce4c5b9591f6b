import Documents
import Lytics
import Platforms

/// Which live jobs and connections use auths.
struct LyticsAuthUses {
    private let jobs: [Found]
    private let connections: [Found]

    /// Reads jobs and connections, side by side.
    init(_ operation: Operation) async throws {
        let seen = try await operation.observe([Noun.job.kind, Noun.connection.kind])
        func all(_ noun: Noun) -> [Found] {
            seen.resources.filter { $0.kind == noun.kind }.map { operation.found($0, noun) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
        jobs = all(.job)
        connections = all(.connection)
    }

    /// The jobs that use some auths: `job `Braze offer` (3f2a…), which is running`.
    func jobs(using auths: [Value]) -> [String] {
        Self.those(jobs, using: auths).map { job in
            let status = LyticsJobCondition(job.raw["status"]?.text ?? "unknown").text
            return "\(job.title), which is \(status)"
        }
    }

    /// The connections that use some auths.
    func connections(using auths: [Value]) -> [String] {
        Self.those(connections, using: auths).map(\.title)
    }

    private static func those(_ all: [Found], using auths: [Value]) -> [Found] {
        all.filter { found in (found.raw["auth_ids"]?.list ?? []).contains { auths.contains($0) } }
    }
}

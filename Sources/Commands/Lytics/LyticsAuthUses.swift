import Lytics
import Documents
import Platforms

/// An account with the live jobs and connections that use its auths.
struct LyticsAuthUses: AccountContext {
    let operation: Operation
    private let jobs: [LiveObject]
    private let connections: [LiveObject]

    /// Reads jobs and connections, side by side.
    static func open(_ operation: Operation) async throws -> LyticsAuthUses {
        let seen = try await operation.observe(
            [ResourceType.job.kind, ResourceType.connection.kind])
        func all(_ type: ResourceType) -> [LiveObject] {
            seen.resources.filter { $0.kind == type.kind }.map { operation.live($0, type) }
                .sorted()
        }
        return LyticsAuthUses(
            operation: operation, jobs: all(.job), connections: all(.connection))
    }

    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        try await operation.objects(type)
    }

    /// The jobs that use some auths: `job `Braze offer` (3f2a…), which is running`.
    func jobs(using auths: [Value]) -> [String] {
        Self.those(jobs, using: auths).map { job in
            let status = LyticsJobCondition(of: job.raw).text
            return "\(job.title), which is \(status)"
        }
    }

    /// The connections that use some auths.
    func connections(using auths: [Value]) -> [String] {
        Self.those(connections, using: auths).map(\.title)
    }

    private static func those(_ all: [LiveObject], using auths: [Value]) -> [LiveObject] {
        all.filter { found in
            LyticsAuthOperations.ids(in: found.raw).contains { auths.contains($0) }
        }
    }
}

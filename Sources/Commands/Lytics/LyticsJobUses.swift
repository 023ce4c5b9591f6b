import Diagnostics
import Documents
import Lytics
import Platforms

/// An account with the flows that lead people on and the jobs that they export through.
struct LyticsJobUses: AccountContext {
    let operation: Operation
    /// The flows that are running or draining; nil where they could not be read.
    private let flows: [LiveObject]?

    /// Reads the flows; where that fails, a job can be paused all the same.
    static func open(_ operation: Operation) async throws -> LyticsJobUses {
        let seen = try? await operation.observe([ResourceType.flow.kind])
        let flows = seen.map { seen in
            seen.resources.filter { $0.kind == ResourceType.flow.kind }
                .map { operation.live($0, .flow) }
                .filter { ["running", "draining"].contains($0.state) }.sorted()
        }
        return LyticsJobUses(operation: operation, flows: flows)
    }

    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        try await operation.objects(type)
    }

    /// Each flow that exports through a job, with its steps and what becomes of its people.
    func exports(through job: LiveObject, _ outcome: String) -> [String] {
        guard let flows else {
            return ["the flows could not be read, so those that export through it are not known"]
        }
        return flows.compactMap { flow in
            let works = flow.observed.map(LyticsFlowOperations.jobs) ?? [:]
            let steps = works.filter { $0.value == job.id }.keys.sorted()
            guard !steps.isEmpty else { return nil }
            let names = steps.map { "`\($0)`" }.joined(separator: ", ")
            return "\(flow.title), which is \(flow.state), exports through it at \(names): "
                + outcome
        }
    }
}

import Diagnostics
import Documents
import Lytics
import Platforms
import Reconciling

/// An account with everything live that is told of a flow: flows, jobs and segments.
struct LyticsFlowFacts: AccountContext {
    let operation: Operation
    /// Flows and jobs.
    private let resources: [ObservedResource]
    /// The jobs by id, hidden ones too.
    let jobs: [Value: ObservedResource]
    /// The names of segments by id.
    let segments: [Value: String]
    /// What the reads told about the account.
    let account: Account

    /// Reads all of it at once.
    static func open(_ operation: Operation) async throws -> LyticsFlowFacts {
        let segment = KindName("lytics", "segment")
        let seen = try await operation.observe(
            [ResourceType.flow.kind, ResourceType.job.kind], lookups: [segment])
        let jobs = seen.resources.filter { $0.kind == ResourceType.job.kind }
        var account = operation.account
        account.facts.add(seen.facts)
        return LyticsFlowFacts(
            operation: operation, resources: seen.resources,
            jobs: Dictionary(jobs.map { ($0.liveID, $0) }) { first, _ in first },
            segments: Dictionary(
                seen.lookups.map { ($0.id, $0.names.first ?? "") }
            ) { first, _ in first }, account: account)
    }

    func objects(_ type: ResourceType) -> [ObservedResource] {
        resources.filter { $0.kind == type.kind }
    }

    /// A flow read by itself, or one of its versions.
    func whole(_ flow: LiveObject, version: Int?) async throws -> LiveObject {
        guard version != nil || flow.observed == nil else { return flow }
        let read = LyticsFlowOperations.read(flow.liveID, version: version, account)
        let value: Value
        do throws(ReconcilingError) {
            value = try await operation.client.read(read)
        } catch  where error.isNotFound {
            throw Failure(.failed, missing(version, of: flow))
        } catch {
            throw Failure(.failed, error.diagnostic())
        }
        var report = Report()
        let scope = Platforms.Scope(kinds: [flow.type.kind], recorded: operation.recorded)
        let seen = operation.client.platform.take(
            value, of: read, scope, account, into: &report)
        guard let first = seen.resources.first else {
            throw Failure(.failed, missing(version, of: flow))
        }
        return operation.live(first, .flow)
    }

    private func missing(_ version: Int?, of flow: LiveObject) -> Diagnostic {
        let facts = flow.observed?.facts
        let newest = facts?[LyticsFlowFact.draftVersion] ?? facts?[LyticsFlowFact.version]
        return .error(
            LyticsCommandCode.noVersion,
            "\(flow.title) has no version \(version.map(String.init) ?? "")",
            help: newest.map { "the newest is \($0)" })
    }
}

import Diagnostics
import Documents
import Platforms
import Reconciling
import Tenex

extension TenexWorkspace {
    /// The runs that pass a filter, the newest first.
    func runs(_ filter: TenexOperations.RunFilter) async throws -> [Value] {
        try await list(speaks.runs(filter), "the runs").filter(filter.admits)
            .sorted { Self.order($0) > Self.order($1) }
    }

    private static func order(_ run: Value) -> (String, String) {
        (run["created_at"]?.text ?? "", run["id"]?.text ?? "")
    }

    /// The status that a word means; a word that is near one is taken for a mistake.
    static func status(_ word: String) throws -> TenexRunStatus {
        let status = TenexRunStatus(word)
        guard case .other(let other) = status else { return status }
        let nearest = Suggestion.nearest(to: other, among: TenexRunStatus.known.map(\.word))
        guard let nearest else { return status }
        throw Failure(
            .wrongUsage,
            .error(
                TenexCommandCode.runStatus, "no status of a run is called `\(word)`",
                help: "did you mean `\(nearest)`?"))
    }

    /// The run of an id.
    func run(_ id: String) async throws -> LiveObject {
        let ask = speaks.run(.text(id))
        let request = try present(ask.request, ask.operation)
        let answer: Value
        do throws(ReconcilingError) {
            answer = try await operation.client.read(Read(request, purpose: "the run"))
        } catch  where error.isNotFound {
            throw Failure(
                .failed,
                .error(
                    OperatingCode.notFound, "no run has the id `\(id)`",
                    help: "see `weir tenex runs list`"))
        } catch {
            throw Failure(.failed, error.diagnostic(while: .operating))
        }
        return found(run: ask.canonical(answer), id: id)
    }

    /// A run as commands speak of it; no file ever manages one.
    func found(run: Value, id: String) -> LiveObject {
        LiveObject(
            type: .run, liveID: .text(id), raw: run.object ?? [:], observed: nil, recorded: nil,
            address: Address(account: account.name, type: "run", id: id))
    }

    /// The steps of a run, in the order in which they came up.
    func steps(of run: LiveObject) async throws -> [Value] {
        try await list(speaks.steps(of: run.liveID), "the steps of \(run.title)")
    }
}

extension LiveObject {
    /// How a run stands.
    var runStatus: TenexRunStatus { TenexRunStatus(raw["status"]?.text ?? "unknown") }
}

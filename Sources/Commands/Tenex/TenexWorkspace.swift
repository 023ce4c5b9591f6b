import Diagnostics
import Documents
import Platforms
import Tenex

/// An account of 10ex as a command reaches it.
struct TenexWorkspace: AccountContext {
    let operation: Operation
    /// What the account speaks.
    let speaks: TenexOperations

    init(_ operation: Operation) {
        self.operation = operation
        speaks = TenexOperations(operation.account)
    }

    static func open(_ operation: Operation) -> TenexWorkspace { TenexWorkspace(operation) }

    /// Workflows, archived ones too, or triggers, as they are listed.
    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        if type.kind == ResourceType.trigger.kind {
            let triggers = try await list(speaks.triggers(), "the triggers")
            return TenexOperations.observed(triggers: triggers, account)
        }
        let workflows = try await list(speaks.workflows(), "the workflows")
        return TenexOperations.observed(workflows: workflows, account)
    }

    /// Runs are found by their ids alone.
    func find(_ words: [String], _ type: ResourceType) async throws -> [LiveObject] {
        guard type.kind == ResourceType.run.kind else {
            return try await operation.find(words, type, among: try await objects(type))
        }
        var runs: [LiveObject] = []
        for id in words { runs.append(try await run(id)) }
        return runs
    }

    /// Carries out a read; its answer has the standard names.
    func read(_ ask: TenexAsk, _ purpose: String) async throws -> Value {
        let request = try present(ask.request, ask.operation)
        return ask.canonical(try await operation.read(request, purpose))
    }

    /// Carries out a read of a list.
    func list(_ ask: TenexAsk, _ purpose: String) async throws -> [Value] {
        let answer = try await read(ask, purpose)
        return answer.list ?? answer["items"]?.list ?? []
    }

    /// Refuses what the account has no path for.
    func present<Asked>(_ asked: Asked?, _ operation: TenexOperation) throws -> Asked {
        if let asked { return asked }
        throw Failure(
            .failed,
            .error(
                TenexCode.noPath,
                "account `\(account.name)` has no path for `\(operation.rawValue)`",
                notes: ["its entry in `weir.yaml` says `\(operation.rawValue): null`"],
                help: "give it below `paths:`; `weir tenex doctor` looks for it"))
    }

    // Workflows

    /// The workflow that was named, with its inputs and its graph.
    func workflow(_ word: String) async throws -> LiveObject {
        try await whole(try await find(word, .workflow))
    }

    /// A listed workflow with its inputs and its graph.
    func whole(_ listed: LiveObject) async throws -> LiveObject {
        guard speaks.api.endpoint(.getWorkflow) != nil else { return listed }
        let value = try await read(speaks.workflow(listed.liveID), "the workflow")
        let whole = TenexOperations.observed(workflows: [value], account).first
        return whole.map { operation.live($0, .workflow) } ?? listed
    }
}

import Diagnostics
import Documents
import Platforms
import Tenex

/// An account of 10ex as a command reaches it.
struct TenexPlace: Sendable {
    let operation: Operation
    /// What the account speaks.
    let speaks: TenexOperations

    init(_ operation: Operation) {
        self.operation = operation
        speaks = TenexOperations(operation.account)
    }

    /// The account.
    var account: Account { operation.account }

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
                "tenex/no-path",
                "account `\(account.name)` has no path for `\(operation.rawValue)`",
                notes: ["its entry in `weir.yaml` says `\(operation.rawValue): null`"],
                help: "give it below `paths:`; `weir tenex doctor` looks for it"))
    }

    // Workflows

    /// Every workflow as it is listed; archived ones too.
    func workflows(status: String? = nil) async throws -> [Found] {
        let values = try await list(speaks.workflows(status: status), "the workflows")
        return TenexOperations.observed(workflows: values, account)
            .map { operation.found($0, .workflow) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The workflows that were named, as they are listed.
    func workflows(_ words: [String]) async throws -> [Found] {
        let all = try await workflows().compactMap(\.observed)
        return try await operation.find(words, .workflow, among: all)
    }

    /// The workflow that was named, with its inputs and its graph.
    func workflow(_ word: String) async throws -> Found { try await whole(try await listed(word)) }

    /// A listed workflow with its inputs and its graph.
    func whole(_ listed: Found) async throws -> Found {
        guard speaks.api.endpoint(.getWorkflow) != nil else { return listed }
        let value = try await read(speaks.workflow(listed.liveID), "the workflow")
        let whole = TenexOperations.observed(workflows: [value], account).first
        return whole.map { operation.found($0, .workflow) } ?? listed
    }
}

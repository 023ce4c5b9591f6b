import Frontline
import Documents
import Platforms

/// An account of Frontline, whose agents are read by one list and without their settings.
struct FrontlineAccount: AccountContext {
    typealias List = FrontlineListOptions

    let operation: Operation

    static func open(_ operation: Operation) -> FrontlineAccount {
        FrontlineAccount(operation: operation)
    }

    func objects(_ type: ResourceType) async throws -> [ObservedResource] { try await agents() }

    /// Every agent.
    func agents() async throws -> [ObservedResource] {
        let value = try await operation.read(FrontlineAgentOperations.list, "the agents")
        return FrontlineAgentOperations.observed(value.list ?? [], account)
    }
}

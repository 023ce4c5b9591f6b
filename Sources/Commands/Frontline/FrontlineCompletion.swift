import Frontline
import Platforms

/// What completion reads of Frontline: lists, never graphs.
enum FrontlineCompletion {
    /// Every agent.
    static let agents: LiveIDs.Reader = { operation, _ in
        try await FrontlineAccount(operation: operation).all(.agent)
    }

    /// The objects of a type that belong to the agent that is named, or to any.
    static func owned(_ type: @escaping @Sendable () -> ResourceType) -> LiveIDs.Reader {
        { operation, words in
            var all: [LiveObject] = []
            for context in try await contexts(operation, words) {
                all += try await context.all(type())
            }
            return all
        }
    }

    private static func contexts(
        _ operation: Operation, _ words: [String]
    ) async throws -> [FrontlineAgentContext] {
        if let named = LiveIDs.value(after: ["--agent"], in: words) {
            return [try await FrontlineAgentContext.find(named, flow: nil, operation)]
        }
        return try await FrontlineAccount(operation: operation).all(.agent)
            .map { FrontlineAgentContext(operation: operation, agent: $0) }
    }
}

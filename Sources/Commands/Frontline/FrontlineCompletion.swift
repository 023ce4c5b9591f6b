import Frontline
import Platforms

/// What completion reads of Frontline: lists, never graphs.
enum FrontlineCompletion {
    /// Every agent.
    static let agents: LiveIDs.Reader = { operation, _ in
        try await FrontlineAgentPlace.agents(operation).map { operation.found($0, .agent) }
    }

    /// The flows of the agent that is named, or of all.
    static let flows: LiveIDs.Reader = { operation, words in
        try await each(operation, words) { try await $0.flows() }
            .map { operation.found($0, .conversation) }
    }

    /// The variables of the agent that is named, or of all.
    static let variables: LiveIDs.Reader = { operation, words in
        try await each(operation, words) { try await $0.variables() }
            .map { operation.found($0, .variable) }
    }

    /// The intents of the agent that is named, or of all.
    static let intents: LiveIDs.Reader = { operation, words in
        try await each(operation, words) { try await $0.intents() }
            .map { operation.found($0, .intent) }
    }

    private static func each(
        _ operation: Operation, _ words: [String],
        _ read: (FrontlineAgentPlace) async throws -> [ObservedResource]
    ) async throws -> [ObservedResource] {
        let agents = try await FrontlineAgentPlace.agents(operation)
        let named = LiveIDs.value(after: ["--agent"], in: words)
        let places: [FrontlineAgentPlace]
        if let named {
            places = [try await FrontlineAgentPlace.find(named, flow: nil, operation)]
        } else {
            places = agents.map {
                FrontlineAgentPlace(operation: operation, agent: operation.found($0, .agent))
            }
        }
        var all: [ObservedResource] = []
        for place in places { all += try await read(place) }
        return all
    }
}

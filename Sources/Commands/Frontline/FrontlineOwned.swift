import ArgumentParser
import Diagnostics
import Documents
import Platforms

// What an agent owns beside its flows, variables and intents, acts at once.

/// The fields of a variable or an intent as options give them.
protocol FrontlineFields: ParsableArguments {
    /// What was given.
    func fields() throws -> Object
}

/// Creates what an agent owns.
protocol FrontlineOwnedCreate: WriteVerb
where Place == FrontlineAgentOptions, Input: FrontlineFields {}

extension FrontlineOwnedCreate {
    static func writes(
        _ input: Input, _ context: FrontlineAgentContext
    ) async throws -> [PendingWrite] {
        [
            try await context.creation(
                of: type, try input.fields(),
                consequences: ["it is there at once for every flow \(context.ownership)"])
        ]
    }
}

/// Changes what an agent owns; what is not given stays.
protocol FrontlineOwnedUpdate: UpdateVerb
where Place == FrontlineAgentOptions, Input: FrontlineFields {
    /// What the change means beyond what the kind says.
    static func consequences(_ input: Input) -> [String]
}

extension FrontlineOwnedUpdate {
    /// Nothing more.
    static func consequences(_ input: Input) -> [String] { [] }

    static func write(
        _ found: LiveObject, _ input: Input, _ context: FrontlineAgentContext
    ) throws -> PendingWrite? {
        try context.operation.refuse(found.platformRefusals, .refused)
        var fields = try input.fields()
        fields["agent"] = context.id
        return try context.operation.change(found, fields, consequences: consequences(input))
    }
}

/// Deletes what an agent owns.
protocol FrontlineOwnedDelete: DeleteVerb where Place == FrontlineAgentOptions {}

extension FrontlineOwnedDelete {
    static var refusalStatus: ExitStatus { .refused }

    static func refusals(_ found: LiveObject, _ context: FrontlineAgentContext) -> [Diagnostic] {
        found.platformRefusals
    }

    static func consequences(_ found: LiveObject, _ context: FrontlineAgentContext) -> [String] {
        [
            "no call brings it back: a new one has another id, so flows that use it are written "
                + "again"
        ]
    }
}

extension FrontlineAgentContext {
    /// Plans to create an object of the agent.
    func creation(
        of type: ResourceType, _ fields: Object, consequences: [String]
    ) async throws -> PendingWrite {
        var object = fields
        object["agent"] = id
        var write = try operation.creation(
            of: type, object, among: try await objects(type), consequences: consequences)
        write.title += " " + ownership
        return write
    }
}

extension LiveObject {
    /// Refuses what every agent has and nobody changes.
    fileprivate var platformRefusals: [Diagnostic] {
        let reason = observed.flatMap(type.rules.reasonToLeave)
        return [reason].compactMap(\.self).map { reason in
            .error(
                OperatingCode.immutable, "\(title) is left as it is: \(reason)",
                help: "make one of your own with `\(type.command) create`")
        }
    }
}

extension Object {
    /// The fields whose texts were given.
    init(texts: KeyValuePairs<String, String?>) {
        self.init(texts.compactMap { key, text in text.map { (key, .text($0)) } })
    }
}

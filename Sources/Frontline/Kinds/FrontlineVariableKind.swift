public import Diagnostics
public import Documents
public import Platforms

/// `frontline/variable`: what the flows of an agent read as `{name}`; written in its agent's file.
public struct FrontlineVariableKind: Kind {
    /// `frontline/variable`.
    public let name = KindName.frontlineVariable
    /// One sentence.
    public let summary = "What the flows of an agent read as {name} and capture into."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: FrontlineVariable.self)
    /// It has none.
    public let lifecycle: Lifecycle? = nil
    /// It has no document of its own.
    public let example = ""
    /// The agent whose file it is written in.
    public let parent: KindName? = .frontlineAgent

    /// Makes the kind; it has no state.
    public init() {}

    /// Never called: an agent decodes its variables.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        []
    }

    /// Its agent and its name, which is unique whatever the case.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        FrontlineKey.of(name, agent: value["agent"] ?? .null, name: value["name"]?.text ?? "")
    }

    /// A variable of the platform is never deleted.
    public func reasonToLeave(_ object: ObservedResource) -> String? {
        object.raw["isDefault"] == true ? "it is a variable that every agent has" : nil
    }

    /// Creates, updates or deletes a variable.
    public func calls(for change: Change) -> ChangeCalls {
        FrontlineOwnCalls(
            change: change, owned: .variable, fields: ["name", "description", "pattern"]
        ).calls()
    }

    /// By its id within its agent; by its agent's list where an interrupted run left no agent.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        FrontlineOwnCalls.existence(of: recorded, self, account)
    }

    /// Reads one variable.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let agent = value["agent"] ?? .null
        return FrontlineOwnCalls.read(.variables(agent: agent), .variable, liveID, of: agent)
    }
}

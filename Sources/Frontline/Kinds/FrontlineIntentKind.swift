public import Diagnostics
public import Documents
public import Platforms

/// `frontline/intent`: what people may want of an agent; written in its agent's file.
public struct FrontlineIntentKind: Kind {
    /// `frontline/intent`.
    public let name = KindName.frontlineIntent
    /// One sentence.
    public let summary = "What people may want of an agent, and how they say it."
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: FrontlineIntent.self)
    /// It has none.
    public let lifecycle: Lifecycle? = nil
    /// It has no document of its own.
    public let example = ""
    /// The agent whose file it is written in.
    public let parent: KindName? = .frontlineAgent

    /// Makes the kind; it has no state.
    public init() {}

    /// Never called: an agent decodes its intents.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        []
    }

    /// Its agent and its name.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        FrontlineKey.of(name, agent: value["agent"] ?? .null, name: value["name"]?.text ?? "")
    }

    /// Creates, updates or deletes an intent; phrases that stay keep their ids.
    public func calls(for change: Change) -> ChangeCalls {
        FrontlineOwnCalls(
            change: change, owned: .intent, fields: ["name", "description", "phrases"],
            lists: ["phrases": "phrase"]
        ).calls()
    }

    /// By its id within its agent; by its agent's list where an interrupted run left no agent.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        FrontlineOwnCalls.existence(of: recorded, self, account)
    }

    /// Reads one intent.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let agent = value["agent"] ?? .null
        return FrontlineOwnCalls.read(.intents(agent: agent), .intent, liveID, of: agent)
    }
}

extension [(String, Value?)] {
    /// The pairs that have a value.
    var present: [(String, Value)] { compactMap { pair in pair.1.map { (pair.0, $0) } } }
}

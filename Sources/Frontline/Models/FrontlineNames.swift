import Platforms

extension KindName {
    static let frontlineAgent = KindName("frontline", "agent")
    static let frontlineFlow = KindName("frontline", "flow")
    static let frontlineVariable = KindName("frontline", "variable")
    static let frontlineIntent = KindName("frontline", "intent")
    static let frontlineTool = KindName("frontline", "tool")
    static let aiModel = KindName("frontline", "ai-model")
    static let knowledgeBase = KindName("frontline", "knowledge-base")
    static let playbook = KindName("frontline", "playbook")
    static let recordType = KindName("frontline", "record-type")
    static let connectedAccount = KindName("frontline", "connected-account")
}

/// What every agent of Frontline has from its birth.
enum FrontlineDefaults {
    /// The platform's variables; capturing into one writes the person's record.
    static let variables = ["first_name", "last_name", "email", "phone_number"]
    /// The name of the flow that every agent is born with.
    static let startFlow = "Start"
}

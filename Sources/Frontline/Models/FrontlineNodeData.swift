import Documents
import Platforms

/// What a node works with; which fields it has depends on the node's type.
///
/// `type` repeats the node's type while a document is decoded and is taken out afterwards.
struct FrontlineNodeData: Described {
    var type = Written<FrontlineNodeType>()
    /// The intents that enter the flow.
    @Rare public var intents = Written<[ReferenceText]>()
    /// When to enter the flow, in words.
    @Rare public var agenticRouting = Written<String>()
    /// Whether a model writes the message.
    @Rare public var saysWithAI = Written<Bool>()
    /// The message.
    @Rare public var message = Written<String>()
    /// What a model makes the message from.
    @Rare public var prompt = Written<String>()
    /// What a model is told.
    @Rare public var instructions = Written<String>()
    /// The agent that answers.
    @Rare public var assistant = Written<String>()
    /// The model, by id.
    @Rare public var aiModel = Written<String>()
    /// The model, by its maker's name of it.
    @Rare public var model = Written<String>()
    /// Who makes the model.
    @Rare public var vendor = Written<FrontlineVendor>()
    /// How freely a model answers.
    @Rare public var temperature = Written<Double>()
    /// The variables that are captured from the conversation.
    @Rare public var captures = Written<[FrontlineCapture]>()
    /// When a conversation goes on.
    @Rare public var exitWhen = Written<FrontlineExit>()
    /// Which knowledge bases are read.
    @Rare public var knowledgeMode = Written<FrontlineKnowledgeMode>()
    /// The knowledge bases that are read.
    @Rare public var knowledgeBases = Written<[ReferenceText]>()
    /// How a routing node decides.
    @Rare public var routingType = Written<FrontlineRoutingType>()
    /// The ways out with their conditions.
    @Rare public var conditions = Written<[FrontlineCondition]>()
    /// The tools that may be called.
    @Rare public var customTools = Written<[ReferenceText]>()
    /// How often a model may think.
    @Rare public var maxIterations = Written<Int64>()
    /// How a model goes about it.
    @Rare public var agentType = Written<FrontlineAgentType>()
    /// The playbooks that may be followed.
    @Rare public var playbooks = Written<[ReferenceText]>()
    /// The records that may be touched.
    @Rare public var recordTypes = Written<[FrontlineRecordAccess]>()
    /// The platform's own tools.
    @Rare public var systemTools = Written<FrontlineSystemTools>()
    /// The accounts elsewhere that may be used.
    @Rare public var connectedAccounts = Written<[FrontlineConnectedAccount]>()
    /// Where an API node calls.
    @Rare public var url = Written<String>()
    /// How an API node calls.
    @Rare public var method = Written<FrontlineMethod>()
    /// The headers of the call.
    @Rare public var headers = Written<[FrontlinePair]>()
    /// The query parameters of the call.
    @Rare public var parameters = Written<[FrontlinePair]>()
    /// The body of the call.
    @Rare public var body = Written<String>()
    /// What the platform keeps of an answer.
    @Rare public var response = Written<String>()
    /// The variables that are captured from the answer.
    @Rare public var variables = Written<[FrontlineAPICapture]>()
    /// The type of the record that is written on.
    @Rare public var recordType = Written<String>()
    /// The record that is written on.
    @Rare public var row = Written<String>()
    /// What is logged.
    @Rare public var activityType = Written<FrontlineActivity>()
    /// The text that is logged.
    @Rare public var content = Written<String>()

    /// Names every field of every type of node.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.tag("type", &type, "The node's type once more; may be left out.", .none)
        describeEntry(&fields)
        describeWords(&fields)
        describeModel(&fields)
        describeCaptures(&fields)
        describeTools(&fields)
        describeCall(&fields)
        describeActivity(&fields)
    }
}

import Documents
import Platforms

extension FrontlineNodeData {
    mutating func describeEntry(_ fields: inout some FieldVisitor) {
        fields.references(
            "intentIds", &intents, to: .frontlineIntent, plain: .either,
            "The intents that enter the flow, by name or id.", .enteringSet)
        fields.field(
            "agenticRouting", &agenticRouting, "When to enter the flow, in words.",
            .entering)
        fields.field(
            "sayWithAi", &saysWithAI, "Whether a model writes the message from `prompt`.",
            .sayingByModel)
    }

    mutating func describeWords(_ fields: inout some FieldVisitor) {
        fields.field("message", &message, "The message, with {variables}.", .saying)
        fields.field(
            "prompt", &prompt, "What a model makes the message from.", .prompting)
        fields.field(
            "instructions", &instructions, "What a model is told, with {variables}.",
            .telling)
        fields.reference(
            "assistantId", &assistant, to: .frontlineAgent, plain: .either,
            "The agent that answers; else the flow's own.", .answering)
        fields.field(
            "routingType", &routingType, "How it decides.",
            .routing)
        fields.list(
            "conditions", &conditions, key: "handleId",
            "The ways out with their conditions, by handle.",
            .branching)
    }

    mutating func describeModel(_ fields: inout some FieldVisitor) {
        fields.reference(
            "aiModelId", &aiModel, to: .aiModel, plain: .either,
            "The model, by name or id.", .thinking)
        fields.field("model", &model, "The model, by its maker's name of it.", .thinking)
        fields.field("aiVendor", &vendor, "Who makes the model.", .thinking)
        fields.field(
            "temperature", &temperature, "How freely the model answers.",
            .warming)
        fields.field(
            "knowledgeBaseMode", &knowledgeMode, "Which knowledge bases are read.",
            .knowing)
        fields.references(
            "knowledgeBaseIds", &knowledgeBases, to: .knowledgeBase, plain: .either,
            "The knowledge bases that are read, by name or id.",
            .knowingSet)
    }

    mutating func describeCaptures(_ fields: inout some FieldVisitor) {
        fields.list(
            "captureVariables", &captures, key: "name",
            "The variables that are captured from the conversation.",
            .capturing)
        fields.field(
            "exitNodeWhen", &exitWhen, "When the conversation goes on.",
            .leaving)
    }

    mutating func describeTools(_ fields: inout some FieldVisitor) {
        fields.references(
            "customToolIds", &customTools, to: .frontlineTool, plain: .either,
            "The tools that may be called, by name or id.", .toolingSet)
        fields.field(
            "maxIterations", &maxIterations, "How often the model may think, from 1 to 30.",
            .iterating)
        fields.field(
            "agentType", &agentType, "How the model goes about it.",
            .thinkingHow)
        fields.references(
            "playbookIds", &playbooks, to: .playbook, plain: .either,
            "The playbooks that may be followed, by name or id.", .toolingSet)
        fields.list(
            "selectedRecordTypes", &recordTypes, key: "recordTypeId",
            "The records that may be touched.", .toolingRecords)
        fields.object(
            "systemToolsConfig", &systemTools, "The platform's own tools.", .tooling)
        fields.list(
            "connectedAccountConfigs", &connectedAccounts, key: "connectedAccountId",
            "The accounts elsewhere that may be used.", .tooling)
    }

    mutating func describeCall(_ fields: inout some FieldVisitor) {
        fields.field("url", &url, "Where it calls, with {variables}.", .callingRequired)
        fields.field("method", &method, "How it calls.", .callingRequired)
        fields.list(
            "headers", &headers, key: nil, "The headers; a value may be `${secret.NAME}`.",
            .callingList)
        fields.list(
            "parameters", &parameters, key: nil, "The query parameters.",
            .callingList)
        fields.field("body", &body, "The body, with {variables}.", .calling)
        fields.field("response", &response, "What the platform keeps of an answer.", .calling)
        fields.list(
            "variables", &variables, key: "key",
            "The variables that are captured from the answer.",
            .callingList)
    }

    mutating func describeActivity(_ fields: inout some FieldVisitor) {
        fields.reference(
            "recordTypeId", &recordType, to: .recordType, plain: .either,
            "The type of the record, by name or id.", .logging)
        fields.field(
            "rowId", &row, "The record: 24 hex digits or a {variable}.", .logging)
        fields.field("activityType", &activityType, "What is logged.", .logging)
        fields.field(
            "content", &content, "The text, with {variables}.", .logging)
    }
}

/// The rules of fields that some types of nodes have, made once: every node is read by them.
extension Rules {
    fileprivate static let entering = of(.trigger)
    fileprivate static let enteringSet = of(.trigger) { $0.isUnordered = true }
    fileprivate static let saying = of(.say)
    fileprivate static let sayingByModel = of(.say) { $0.defaultValue = false }
    fileprivate static let prompting = of(.say, .tools)
    fileprivate static let telling = of(.response, .tools)
    fileprivate static let answering = of(.response)
    fileprivate static let leaving = of(.response) { $0.isRequired = true }
    fileprivate static let routing = of(.routing) { $0.defaultValue = "CONDITIONAL_AI" }
    fileprivate static let branching = of(.routing, .tools) { $0.defaultValue = [] }
    fileprivate static let thinking = of(.say, .response, .tools, .routing)
    fileprivate static let warming = of(.say, .response, .tools, .routing) {
        $0.defaultValue = 0.7
    }
    fileprivate static let knowing = of(.response, .tools) { $0.defaultValue = "DEFAULT" }
    fileprivate static let knowingSet = of(.response, .tools) { $0.isUnordered = true }
    fileprivate static let capturing = of(.response, .tools) { $0.defaultValue = [] }
        .or(.keyAlone)
    fileprivate static let tooling = of(.tools)
    fileprivate static let toolingSet = of(.tools) { $0.isUnordered = true }
    fileprivate static let toolingRecords = of(.tools)
        .or(.keyNamed(FrontlineWrittenRecords.shortKey))
    fileprivate static let iterating = of(.tools) { $0.defaultValue = 10 }
    fileprivate static let thinkingHow = of(.tools) { $0.defaultValue = "BASIC" }
    fileprivate static let calling = of(.api)
    fileprivate static let callingRequired = of(.api) { $0.isRequired = true }
    fileprivate static let callingList = of(.api) { $0.defaultValue = [] }
    fileprivate static let logging = of(.activity) { $0.isRequired = true }

    /// A field of some types of nodes.
    private static func of(
        _ types: FrontlineNodeType..., change: (inout Rules) -> Void = { _ in }
    ) -> Rules {
        .with {
            $0.only = types.map(\.rawValue)
            change(&$0)
        }
    }
}

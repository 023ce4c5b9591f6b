import Documents

extension FrontlineNodeData {
    mutating func describeEntry(_ fields: inout some FieldVisitor) {
        fields.references(
            "intentIds", &intents, to: .frontlineIntent, plain: .either,
            "The intents that enter the flow, by name or id.", .of(.trigger, unordered))
        fields.field(
            "agenticRouting", &agenticRouting, "When to enter the flow, in words.",
            .of(.trigger))
        fields.field(
            "sayWithAi", &saysWithAI, "Whether a model writes the message from `prompt`.",
            .of(.say) { $0.defaultValue = false })
    }

    mutating func describeWords(_ fields: inout some FieldVisitor) {
        fields.field("message", &message, "The message, with {variables}.", .of(.say))
        fields.field(
            "prompt", &prompt, "What a model makes the message from.", .of([.say, .tools]))
        fields.field(
            "instructions", &instructions, "What a model is told, with {variables}.",
            .of([.response, .tools]))
        fields.reference(
            "assistantId", &assistant, to: .frontlineAgent, plain: .either,
            "The agent that answers; else the flow's own.", .of(.response))
        fields.field(
            "routingType", &routingType, "How it decides.",
            .of(.routing) { $0.defaultValue = "CONDITIONAL_AI" })
        fields.list(
            "conditions", &conditions, key: "handleId",
            "The ways out with their conditions, by handle.",
            .of([.routing, .tools]) { $0.defaultValue = [] })
    }

    mutating func describeModel(_ fields: inout some FieldVisitor) {
        fields.reference(
            "aiModelId", &aiModel, to: .aiModel, plain: .either,
            "The model, by name or id.", .thinking)
        fields.field("model", &model, "The model, by its maker's name of it.", .thinking)
        fields.field("aiVendor", &vendor, "Who makes the model.", .thinking)
        fields.field(
            "temperature", &temperature, "How freely the model answers.",
            .of([.say, .response, .tools, .routing]) { $0.defaultValue = 0.7 })
        fields.field(
            "knowledgeBaseMode", &knowledgeMode, "Which knowledge bases are read.",
            .of([.response, .tools]) { $0.defaultValue = "DEFAULT" })
        fields.references(
            "knowledgeBaseIds", &knowledgeBases, to: .knowledgeBase, plain: .either,
            "The knowledge bases that are read, by name or id.",
            .of([.response, .tools], unordered))
    }

    mutating func describeCaptures(_ fields: inout some FieldVisitor) {
        fields.list(
            "captureVariables", &captures, key: "name",
            "The variables that are captured from the conversation.",
            .of([.response, .tools]) { $0.defaultValue = [] }.or(.keyAlone))
        fields.field(
            "exitNodeWhen", &exitWhen, "When the conversation goes on.",
            .of(.response) { $0.isRequired = true })
    }

    mutating func describeTools(_ fields: inout some FieldVisitor) {
        fields.references(
            "customToolIds", &customTools, to: .frontlineTool, plain: .either,
            "The tools that may be called, by name or id.", .of(.tools, unordered))
        fields.field(
            "maxIterations", &maxIterations, "How often the model may think, from 1 to 30.",
            .of(.tools) { $0.defaultValue = 10 })
        fields.field(
            "agentType", &agentType, "How the model goes about it.",
            .of(.tools) { $0.defaultValue = "BASIC" })
        fields.references(
            "playbookIds", &playbooks, to: .playbook, plain: .either,
            "The playbooks that may be followed, by name or id.", .of(.tools, unordered))
        fields.list(
            "selectedRecordTypes", &recordTypes, key: "recordTypeId",
            "The records that may be touched.", .of(.tools))
        fields.object(
            "systemToolsConfig", &systemTools, "The platform's own tools.", .of(.tools))
        fields.list(
            "connectedAccountConfigs", &connectedAccounts, key: "connectedAccountId",
            "The accounts elsewhere that may be used.", .of(.tools))
    }

    mutating func describeCall(_ fields: inout some FieldVisitor) {
        fields.field("url", &url, "Where it calls, with {variables}.", .of(.api, required))
        fields.field("method", &method, "How it calls.", .of(.api, required))
        fields.list(
            "headers", &headers, key: nil, "The headers; a value may be `${secret.NAME}`.",
            .of(.api) { $0.defaultValue = [] })
        fields.list(
            "parameters", &parameters, key: nil, "The query parameters.",
            .of(.api) { $0.defaultValue = [] })
        fields.field("body", &body, "The body, with {variables}.", .of(.api))
        fields.field("response", &response, "What the platform keeps of an answer.", .of(.api))
        fields.list(
            "variables", &variables, key: "key",
            "The variables that are captured from the answer.",
            .of(.api) { $0.defaultValue = [] })
    }

    mutating func describeActivity(_ fields: inout some FieldVisitor) {
        fields.reference(
            "recordTypeId", &recordType, to: .recordType, plain: .either,
            "The type of the record, by name or id.", .of(.activity, required))
        fields.field(
            "rowId", &row, "The record: 24 hex digits or a {variable}.", .of(.activity, required))
        fields.field("activityType", &activityType, "What is logged.", .of(.activity, required))
        fields.field(
            "content", &content, "The text, with {variables}.", .of(.activity, required))
    }

    private var required: (inout Rules) -> Void { { $0.isRequired = true } }
    private var unordered: (inout Rules) -> Void { { $0.isUnordered = true } }
}

extension Rules {
    /// A field of every type of node that asks a model.
    fileprivate static let thinking = of([.say, .response, .tools, .routing])

    /// A field of some types of nodes.
    fileprivate static func of(
        _ types: [FrontlineNodeType], _ change: (inout Rules) -> Void = { _ in }
    ) -> Rules {
        .with {
            $0.only = types.map(\.rawValue)
            change(&$0)
        }
    }

    /// A field of one type of node.
    fileprivate static func of(
        _ type: FrontlineNodeType, _ change: (inout Rules) -> Void = { _ in }
    ) -> Rules {
        of([type], change)
    }
}

import Diagnostics
import Documents
import Platforms

/// What a node of a flow does; the word of `type`.
enum FrontlineNodeType: String, WordValue, CaseIterable {
    case start = "START"
    case trigger = "TRIGGER_INTENT"
    case say = "SAY_AI"
    case response = "RESPONSE_AI"
    case tools = "TOOLS_AI"
    case api = "API"
    case routing = "CONDITIONAL_ROUTING"
    case activity = "CREATE_RECORD_ACTIVITY"

    /// The node that only automations have.
    static let automationOnly = "DYNAMIC_TABLES"

    /// One of the words; the node that only automations have is answered with what to do.
    static func decode(_ node: Node, into report: inout Report) -> FrontlineNodeType? {
        if let type = node.scalarText.flatMap(FrontlineNodeType.init(rawValue:)) { return type }
        guard node.scalarText == automationOnly else {
            return word(node, into: &report)
        }
        report.add(
            .error(
                FrontlineCode.automationOnly,
                "`\(automationOnly)` is for automations and is not available in flows",
                at: node.span, help: "use a `TOOLS_AI` node with table tools"))
        return nil
    }

    private static func word(_ node: Node, into report: inout Report) -> FrontlineNodeType? {
        let words = allCases.map(\.rawValue)
        let text = node.scalarText ?? ""
        let nearest = Suggestion.nearest(to: text, among: words)
        report.add(
            .error(
                FieldCode.unknownWord.withoutArea, "must be \(FieldTypeText.phrase(fieldType))",
                at: node.span,
                label: text.isEmpty ? "" : "`\(text)` is none of them",
                help: nearest.map { "did you mean `\($0)`?" },
                fix: node.style == .plain
                    ? nearest.map { .init(node.span, replacement: $0) } : nil))
        return nil
    }

    /// Whether conversations enter the flow here.
    var isInitial: Bool { self == .start || self == .trigger }
    /// Whether a message to the person comes from here.
    var speaks: Bool { self == .say || self == .response || self == .tools }

    /// What it means.
    var meaning: String? {
        switch self {
        case .start: "Where every conversation begins."
        case .trigger: "Where a conversation enters by an intent."
        case .say: "Says a message."
        case .response: "Answers, and asks for variables."
        case .tools: "Answers with the help of tools."
        case .api: "Calls an HTTP API."
        case .routing: "Goes on by conditions."
        case .activity: "Logs an activity on a record."
        }
    }
}

/// The states of a flow that a file may ask for; the service may say SUSPENDED for PAUSED.
enum FrontlineFlowStatus: String, WordValue, CaseIterable {
    case draft = "DRAFT"
    case active = "ACTIVE"
    case paused = "PAUSED"
    case archived = "ARCHIVED"

    /// The words of both of the platform's vocabularies.
    static var fieldType: FieldType {
        .word(["DRAFT", "ACTIVE", "PAUSED", "SUSPENDED", "ARCHIVED"])
    }

    /// One of the words of either vocabulary.
    static func decode(_ node: Node, into report: inout Report) -> FrontlineFlowStatus? {
        if let status = node.scalarText.flatMap(FrontlineFlowStatus.init(written:)) {
            return status
        }
        let words = allCases.map(\.rawValue) + ["SUSPENDED"]
        let nearest = node.scalarText.flatMap { Suggestion.nearest(to: $0, among: words) }
        report.add(
            .error(
                FieldCode.unknownWord.withoutArea, "must be \(FieldTypeText.phrase(fieldType))",
                at: node.span,
                help: nearest.map { "did you mean `\($0)`?" },
                fix: node.style == .plain
                    ? nearest.map { .init(node.span, replacement: $0) } : nil))
        return nil
    }

    /// One of the words of either vocabulary, in upper or lower case.
    init?(lenient value: Value) {
        guard let text = value.text, let status = FrontlineFlowStatus(written: text.uppercased())
        else { return nil }
        self = status
    }

    private init?(written text: String) {
        guard let status = FrontlineFlowStatus(rawValue: text == "SUSPENDED" ? "PAUSED" : text)
        else { return nil }
        self = status
    }
}

/// Whether an agent answers nobody: a boolean for authors, a word for the planner's lifecycle.
enum FrontlineOffline: String, FieldValue {
    case offline = "true"
    case online = "false"

    /// A boolean.
    static var fieldType: FieldType { .bool }

    /// `true` or `false`, unquoted.
    static func decode(_ node: Node, into report: inout Report) -> FrontlineOffline? {
        guard case .bool(let bool) = node.content else {
            return node.wrongType(FrontlineOffline.self, into: &report)
        }
        return bool ? .offline : .online
    }

    /// A boolean or its text.
    init?(lenient value: Value) {
        switch value {
        case .bool(true), .text("true"): self = .offline
        case .bool(false), .text("false"): self = .online
        default: return nil
        }
    }

    /// `true` or `false` as a text.
    var canonical: Value { .text(rawValue) }
}

/// How an agent goes about an answer.
enum FrontlineAgentType: String, WordValue, CaseIterable {
    case basic = "BASIC"
    case advanced = "ADVANCED"
}

/// Who makes a model.
enum FrontlineVendor: String, WordValue, CaseIterable {
    case openAI = "OPENAI"
    case anthropic = "ANTHROPIC"
    case google = "GOOGLE"
    case azure = "AZURE"
    case deepSeek = "DEEPSEEK"
    case llama = "LLAMA"
}

/// Which knowledge bases a node reads.
enum FrontlineKnowledgeMode: String, WordValue, CaseIterable {
    case agents = "DEFAULT"
    case custom = "CUSTOM"
    case disabled = "DISABLED"

    /// What it means.
    var meaning: String? {
        switch self {
        case .agents: "The knowledge bases of the agent."
        case .custom: "The knowledge bases that the node names."
        case .disabled: "None."
        }
    }
}

/// When a conversation leaves a node that asks.
enum FrontlineExit: String, WordValue, CaseIterable {
    case allVariables = "ALL_VARIABLES"
    case anyVariables = "ANY_VARIABLES"
    case flowTriggered = "FLOW_TRIGGERED"
}

/// How an API node calls.
enum FrontlineMethod: String, WordValue, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
    case patch = "PATCH"
}

/// How a routing node decides.
enum FrontlineRoutingType: String, WordValue, CaseIterable {
    case conditionalAI = "CONDITIONAL_AI"
    case dynamic = "DYNAMIC"
}

/// What is logged on a record.
enum FrontlineActivity: String, WordValue, CaseIterable {
    case note = "NOTE"
    case email = "EMAIL"
    case phoneCall = "PHONE_CALL"
    case meeting = "MEETING"
    case whatsApp = "WHATSAPP"
}

import Documents
public import Platforms

/// How an agent thinks and what it may use; what is left out stays as it is.
public struct FrontlineAgentSetting: Described {
    /// The model it thinks with.
    public var aiModel = Written<String>()
    /// How freely it answers, 0 to 1.
    public var temperature = Written<Double>()
    /// What it is told.
    public var instructions = Written<String>()
    /// How often it may think before it answers.
    public var maxIterations = Written<Int64>()
    /// How it goes about an answer.
    public var agentType = Written<FrontlineAgentType>()
    /// The tools it may call.
    public var customTools = Written<[ReferenceText]>()
    /// The accounts elsewhere that it may use.
    public var connectedAccounts = Written<[FrontlineConnectedAccount]>()
    /// The platform's own tools.
    public var systemTools = Written<FrontlineSystemTools>()
    /// The records it may touch.
    public var recordTypes = Written<[FrontlineRecordAccess]>()

    /// Settings without fields.
    public init() {}

    /// Names every setting.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "aiModelId", &aiModel, to: .aiModel, plain: .either,
            "The model it thinks with, by name or id.", .none)
        fields.field("temperature", &temperature, "How freely it answers, from 0 to 1.")
        fields.field("instructions", &instructions, "What it is told.")
        fields.field(
            "maxIterations", &maxIterations, "How often it may think, from 3 to 30.",
            .defaulting(10))
        fields.field(
            "agentType", &agentType, "How it goes about an answer.", .defaulting("BASIC"))
        fields.references(
            "customToolIds", &customTools, to: .frontlineTool, plain: .either,
            "The tools it may call, by name or id.", .set)
        fields.list(
            "connectedAccountConfigs", &connectedAccounts, key: "connectedAccountId",
            "The accounts elsewhere that it may use.", .set)
        fields.object(
            "systemToolsConfig", &systemTools, "The platform's own tools.", .none)
        fields.list(
            "selectedRecordTypes", &recordTypes, key: "recordTypeId",
            "The records it may touch.", .unseen)
    }
}

/// An account elsewhere, and which of its tools may be used.
public struct FrontlineConnectedAccount: Described {
    /// The account.
    public var account = Written<String>()
    /// Whether all its tools may be used.
    public var usesAllTools = Written<Bool>()
    /// The tools that may be used.
    public var toolSlugs = Written<[String]>()

    /// An account without fields.
    public init() {}

    /// Names every field.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "connectedAccountId", &account, to: .connectedAccount, plain: .either,
            "The account, by name or id.", .required)
        fields.field(
            "useAllTools", &usesAllTools, "Whether all its tools may be used.", .defaulting(true))
        fields.field("selectedToolSlugs", &toolSlugs, "The tools that may be used.", .set)
    }
}

/// The platform's own tools.
public struct FrontlineSystemTools: Described {
    /// Whether it may search the web.
    public var searchesWeb = Written<Bool>()
    /// Whether it may read web pages.
    public var readsPages = Written<Bool>()
    /// Whether it may search LinkedIn.
    public var searchesLinkedIn = Written<Bool>()

    /// No tools.
    public init() {}

    /// Names every tool.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("webSearchEnabled", &searchesWeb, "Whether it may search the web.", .off)
        fields.field("urlScrapeEnabled", &readsPages, "Whether it may read web pages.", .off)
        fields.field(
            "linkedinSearchEnabled", &searchesLinkedIn, "Whether it may search LinkedIn.", .off)
    }
}

/// A type of records, and what may be done with them.
public struct FrontlineRecordAccess: Described {
    /// The type of records.
    public var recordType = Written<String>()
    /// Whether they may be read.
    public var read = Written<Bool>()
    /// Whether they may be made.
    public var create = Written<Bool>()
    /// Whether they may be changed.
    public var update = Written<Bool>()
    /// Whether they may be deleted.
    public var delete = Written<Bool>()
    /// Whether activities may be logged on them.
    public var createActivity = Written<Bool>()

    /// No access.
    public init() {}

    /// Names every permission.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "recordTypeId", &recordType, to: .recordType, plain: .either,
            "The type of records, by name or id.", .required)
        fields.field("read", &read, "Whether they may be read.", .off)
        fields.field("create", &create, "Whether they may be made.", .off)
        fields.field("update", &update, "Whether they may be changed.", .off)
        fields.field("delete", &delete, "Whether they may be deleted.", .off)
        fields.field(
            "createActivity", &createActivity, "Whether activities may be logged on them.", .off)
    }

    /// Every permission that was written.
    var permissions: [Written<Bool>] { [read, create, update, delete, createActivity] }
}

extension Rules {
    /// Settings are there from an agent's birth.
    static let settings = Rules.with { $0.isNeverNull = true }
    /// The service takes it and does not show it.
    fileprivate static let unseen = Rules.with {
        $0.isUnordered = true
        $0.isWriteOnly = true
    }
}

import Documents
import Platforms

/// How an agent thinks and what it may use; what is left out stays as it is.
struct FrontlineAgentSetting: Described {
    var aiModel = Written<String>()
    var temperature = Written<Double>()
    var instructions = Written<String>()
    var maxIterations = Written<Int64>()
    var agentType = Written<FrontlineAgentType>()
    var customTools = Written<[ReferenceText]>()
    var connectedAccounts = Written<[FrontlineConnectedAccount]>()
    var systemTools = Written<FrontlineSystemTools>()
    var recordTypes = Written<[FrontlineRecordAccess]>()

    /// Names every setting.
    mutating func describe(_ fields: inout some FieldVisitor) {
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
struct FrontlineConnectedAccount: Described {
    var account = Written<String>()
    var usesAllTools = Written<Bool>()
    var toolSlugs = Written<[String]>()

    /// Names every field.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "connectedAccountId", &account, to: .connectedAccount, plain: .either,
            "The account, by name or id.", .required)
        fields.field(
            "useAllTools", &usesAllTools, "Whether all its tools may be used.", .defaulting(true))
        fields.field("selectedToolSlugs", &toolSlugs, "The tools that may be used.", .set)
    }
}

/// The platform's own tools.
struct FrontlineSystemTools: Described {
    var searchesWeb = Written<Bool>()
    var readsPages = Written<Bool>()
    var searchesLinkedIn = Written<Bool>()

    /// Names every tool.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("webSearchEnabled", &searchesWeb, "Whether it may search the web.", .off)
        fields.field("urlScrapeEnabled", &readsPages, "Whether it may read web pages.", .off)
        fields.field(
            "linkedinSearchEnabled", &searchesLinkedIn, "Whether it may search LinkedIn.", .off)
    }
}

/// A type of records, and what may be done with them.
struct FrontlineRecordAccess: Described {
    var recordType = Written<String>()
    var read = Written<Bool>()
    var create = Written<Bool>()
    var update = Written<Bool>()
    var delete = Written<Bool>()
    var createActivity = Written<Bool>()

    /// Names every permission.
    mutating func describe(_ fields: inout some FieldVisitor) {
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
    .or(.keyNamed(FrontlineWrittenRecords.shortKey))
}

import Documents
import Platforms

/// A workflow of 10ex: what it takes in, its steps, and the template that it was made from.
struct TenexWorkflow: Described {
    var name = Written<String>()
    var details = Written<String>()
    var status = Written<TenexWorkflowStatus>()
    var inputs = Written<[TenexInput]>()
    var outputs = Written<[TenexInput]>()
    var steps = Written<[TenexStep]>()
    /// The template that it is made from, once.
    @Rare public var template = Written<TenexFromTemplate>()
    var archivesSuperseded = Written<Bool>()
    /// Its triggers; each is a resource of its own, so never part of the workflow's value.
    @Rare public var triggers = Written<[TenexOwnTrigger]>()
    /// The platform's own list of edges; moved to the steps before a workflow is decoded.
    @Rare public var edges = Written<[TenexListedEdge]>()
    /// The platform's own graph; taken apart before a workflow is decoded.
    @Rare public var shownGraph = Written<Object>()

    /// Names every field of a workflow.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "The name that people see.", .required)
        fields.field("description", &details, "What the workflow is for.", .none)
        fields.field(
            "status", &status,
            "`active` lets triggers start it, `paused` stops that, `archived` ends it.",
            .lifecycle)
        fields.list(
            "inputs", &inputs, key: "name",
            "What a run is started with, by name; read as `{{ inputs.NAME }}`.", .typed)
        fields.list("outputs", &outputs, key: "name", "What a run gives back, by name.", .typed)
        fields.list(
            "steps", &steps, key: "key",
            """
            What happens, by key. Texts read `{{ lead.… }}`, `{{ trigger.… }}`, \
            `{{ inputs.NAME }}` and `{{ steps.KEY.output.… }}`.
            """, .graph)
        fields.object(
            "from_template", &template,
            "The template that the workflow is made from, once; its graph is copied.", .copied)
        fields.field(
            "archive_superseded", &archivesSuperseded,
            "Whether every version but the current one is archived; its runs stay.",
            .defaulting(false))
        fields.list(
            "triggers", &triggers, key: "key", "What starts it, by key; a row each.", .triggers)
        fields.list(
            "edges", &edges, key: nil,
            "The ways between steps as the platform lists them, instead of `next`.", .none)
        fields.map(
            "graph", &shownGraph,
            "`steps` and `edges` as the platform shows them, instead of `steps`.",
            .none)
    }
}

/// A typed field that a run is started with, or gives back.
struct TenexInput: Described {
    var name = Written<String>()
    var type = Written<TenexInputType>()
    var isRequired = Written<Bool>()
    /// What it holds where nothing is given.
    @Rare public var defaultValue = Written<Value>()
    /// What it is for.
    @Rare public var details = Written<String>()

    /// Names every field.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("name", &name, "What it is called.", .required)
        fields.field("type", &type, "What it holds.", .required)
        fields.field("required", &isRequired, "Whether no run starts without it.", .off)
        fields.field("default", &defaultValue, "What it holds where nothing is given.", .none)
        fields.field("description", &details, "What it is for.", .none)
    }
}

/// The template that a workflow is made from.
struct TenexFromTemplate: Described {
    var slug = Written<String>()
    var inputs = Written<Object>()

    /// Names both fields.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.reference(
            "slug", &slug, to: .tenexTemplate, plain: .either, "The template, by slug.", .identity)
        fields.map("inputs", &inputs, "What the template asks for.", .asked)
    }
}

/// An edge as the platform lists it beside the steps; `TenexSpelling` moves it to its source.
struct TenexListedEdge: Described {
    var from = Written<String>()
    var to = Written<String>()
    var kind = Written<String>()
    var condition = Written<TenexCondition>()
    var label = Written<String>()

    /// Names every field.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("from", &from, "The step it leaves, by key.", .required)
        fields.field("to", &to, "The step it leads to, by key, or `end`.", .required)
        fields.field("kind", &kind, "`next`, `branch` or `fallback`.", .none)
        fields.field("condition", &condition, "Who takes it, of a branch.", .none)
        fields.field("label", &label, "What people call it.", .none)
    }
}

extension Rules {
    /// Inputs and outputs are whole lists, or maps by name.
    fileprivate static let typed = Rules.with { $0.isNeverNull = true }.or(.mapByKey)
    /// A graph's steps, by key or as the platform lists them.
    fileprivate static let graph = wholeGraph.renamable.or(.mapByKey)
    /// Copied once; another one makes another workflow.
    fileprivate static let copied = immutable.or(.first)
    /// Asked once, when a template is copied, and never shown again.
    fileprivate static let asked = Rules.with {
        $0.isImmutable = true
        $0.isWriteOnly = true
    }
    /// A list of what a workflow owns, or a map by key.
    fileprivate static let triggers = none.or(.mapByKey)
}

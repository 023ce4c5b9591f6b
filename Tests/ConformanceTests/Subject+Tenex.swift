import Documents
import EmulatedKit
import Platforms
import Tenex

extension Subject {
    /// 10ex under the standard names, or with every path, method and field called otherwise.
    static func tenex(preset: EmulatedPreset, isRenamed: Bool = false) -> Subject {
        var entry: Object = ["platform": "tenex", "workspace": "acme"]
        if isRenamed {
            for table in tenexRenamed { entry[table.key] = table.value }
        }
        return Subject(
            name: "tenex, \(isRenamed ? "every name otherwise" : "\(preset)")",
            project: [
                "kind": "weir/project", "name": "conformance",
                "accounts": ["tenex": .object(entry)],
            ],
            documents: tenexDocuments,
            few: tenexDocuments.filter { $0.name != "workflow/plain" },
            alternatives: tenexAlternatives, exempt: tenexExempt, following: [:],
            preset: preset, children: ["tenex/workflow triggers": "trigger"],
            variables: ["TENEX_API_KEY": "tnx_conform1_planted-secret"],
            urlVariables: ["TENEX_API_BASE": ""],
            behindOurBack: ("tenex/workflow", "lead", "description", "edited by hand"))
    }

    private static let tenexDocuments = Document.all(in: "tenex")

    /// Every path below another root, every method that can be another one, every field longer.
    private static let tenexRenamed: Object = {
        var paths: Object = [:]
        var fields: Object = [:]
        for operation in TenexOperation.allCases {
            paths[operation.rawValue] = .text("/renamed\(operation.standard.path)")
        }
        for shape in TenexShape.allCases {
            fields[shape.rawValue] = .object(
                Object(members: shape.fields.map { .init($0, .text("\($0)_there")) }))
        }
        return [
            "paths": .object(paths), "fields": .object(fields),
            "methods": ["replace_graph": "PATCH", "update_workflow": "PUT"],
        ]
    }()

    private static let tenexExempt = [
        "tenex/workflow archive_superseded": "false asks for nothing; SupersededVersionTests",
        "tenex/workflow steps.key": "edges name it",
        "tenex/workflow steps.type": "other fields go with it",
        "tenex/workflow steps.config.step_type": "repeats `type`",
        "tenex/workflow steps.on_error": "goes with `fallback`",
        "tenex/workflow inputs.name": "steps and triggers name it",
        "tenex/workflow from_template.slug": "other inputs go with it",
        "tenex/workflow edges": "moved to `steps`",
        "tenex/workflow graph": "moved to `steps`",
        "tenex/workflow triggers.key": "another key is another trigger",
        "tenex/workflow triggers.source": "other fields go with it",
        "tenex/workflow triggers.target_type": "other fields go with it",
    ]

    private static let tenexAlternatives: [String: Value] = [
        "workflow/lead steps.enrich.next": ["score", "notify"],
        "workflow/lead steps.listen.next": ["add", "notify"],
        "workflow/lead steps.pause.next": ["add", "notify"],
        "workflow/lead steps.add.next": ["call", "notify"],
        "tenex/workflow steps.fallback": "call",
        "tenex/workflow steps.branches": [
            [
                "label": "hot", "next": "add",
                "condition": ["field": "lead.score", "op": "gte", "value": 90],
            ],
            [
                "label": "replied", "next": "listen",
                "condition": ["not": ["field": "lead.status", "op": "exists", "value": false]],
            ], ["label": "rest", "next": "pause"],
        ],
        "workflow/installed from_template.inputs.segment_id": "${segment/\"New sign-ups\"}",
        "workflow/installed from_template.inputs.sequence_id": "${sequence/Re-engage}",
        "workflow/installed steps.only.config.agent_slug": "lead-enrichment",
        "tenex/workflow steps.config[agent].agent_slug": "growth-audit",
        "tenex/workflow steps.config[connector].connector_id": "gmail/source",
        "tenex/workflow triggers.connector_id": "gmail/source",
        "tenex/workflow triggers.filters": ["field": "lead.score", "op": "gt", "value": 20],
        "tenex/workflow triggers.schedule.cron": "0 7 * * 1",
        "tenex/workflow triggers.schedule.timezone": "Europe/Paris",
    ]
}

import Documents
import Platforms

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
        "tenex/workflow steps.key": "edges name it",
        "tenex/workflow steps.type": "other fields go with it",
        "tenex/workflow triggers.key": "another key is another trigger",
    ]

    private static let tenexAlternatives: [String: Value] = [:]
}

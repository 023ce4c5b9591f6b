import Diagnostics
import Documents
import Platforms

extension TenexCheck {
    static let input = TenexCheck(
        "`inputs.NAME` reads what a run was started with, and `input_mapping` fills it in: both "
            + "name one of the workflow's `inputs`. Those of a template are known to 10ex alone, "
            + "unless they are written too.",
        example: document(
            """
            next:
              type: agent
              config: { agent_slug: growth-audit, inputs: { about: "{{ inputs.laed_id }}" } }
            """),
        .ways { ways, report in
            guard let names = ways.workflow.inputNames else { return }
            for mention in ways.mentions.joined()
            where mention.parts.first == "inputs" && mention.parts.count > 1 {
                let name = mention.parts[1]
                guard !names.contains(name) else { continue }
                let nearest = report.nearest(to: name, among: names)
                report.add(
                    .error(
                        TenexCode.unknownInput,
                        "`\(mention.text)` names an input that does not exist: `\(name)`",
                        at: mention.span,
                        help: nearest.map { "did you mean `inputs.\($0)`?" }
                            ?? "add it to the workflow's `inputs`"))
            }
        },
        .trigger { owned, report in
            guard let names = owned.workflow.inputNames else { return }
            for entry in owned.node["input_mapping"]?.map ?? [] where !names.contains(entry.key) {
                let nearest = report.nearest(to: entry.key, among: names)
                report.add(
                    .error(
                        TenexCode.unknownInput,
                        "`input_mapping` names an input that does not exist: `\(entry.key)`",
                        at: entry.keySpan,
                        help: nearest.map { "did you mean `\($0)`?" }
                            ?? "add it to the workflow's `inputs`",
                        fix: nearest.map { .init(entry.keySpan, replacement: $0) }))
            }
        })

    static let mapping = TenexCheck(
        "A trigger's `input_mapping` fills in every input that a run needs: those that are "
            + "`required` and have no `default`. A schedule brings none by itself, so that one "
            + "without a mapping is an error; what the data of an event bring is documented "
            + "nowhere, so that another trigger without a mapping is warned about.",
        example: document(
            trigger: "{ source: crm, event_type: lead.created, input_mapping: {} }"),
        .trigger { owned, report in
            let trigger = owned.trigger
            guard trigger.startsWorkflow, !trigger.inputMapping.isMistaken else { return }
            let needed = owned.workflow.neededInputs
            if let mapping = trigger.inputMapping.value {
                let missing = needed.filter { mapping[$0] == nil }
                // What is not an input may be the one that is missing, mistyped.
                let names = owned.workflow.inputNames ?? mapping.keys
                guard !missing.isEmpty, mapping.keys.allSatisfy(names.contains) else { return }
                report.add(
                    .error(
                        TenexCode.missingInput,
                        "`input_mapping` lacks what a run needs: \(quoted(missing))",
                        at: owned.node.entry("input_mapping")?.keySpan))
            } else if let source = trigger.source.value, !needed.isEmpty,
                source == .schedule || trigger.event.isFilled
            {
                report.add(unmapped(needed, source, owned))
            }
        })

    private static func unmapped(
        _ needed: [String], _ source: TenexTriggerSource, _ owned: TenexOwned
    ) -> Diagnostic {
        let help = "write an `input_mapping`, or a `default`"
        guard source != .schedule else {
            return .error(
                TenexCode.missingInput,
                "a schedule does not bring what a run needs: \(quoted(needed))",
                at: owned.child.span, help: help)
        }
        return .warning(
            TenexCode.missingInput, "nothing maps what a run needs: \(quoted(needed))",
            at: owned.child.span,
            notes: ["whether the event itself brings it is not documented"], help: help)
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}

extension TenexWorkflow {
    /// The names of the inputs; nil where they are not known.
    fileprivate var inputNames: [String]? {
        switch inputs.state {
        case .value(let inputs): inputs.compactMap(\.name.value)
        case .null: []
        case .absent: inputs.span == nil && !template.isPresent ? [] : nil
        case .later: nil
        }
    }

    /// The inputs without which no run starts.
    fileprivate var neededInputs: [String] {
        (inputs.value ?? []).filter { input in
            input.isRequired.value == true && !input.defaultValue.isPresent
        }.compactMap(\.name.value)
    }
}

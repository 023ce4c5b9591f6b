import Documents
import Platforms

extension Draft {
    /// The document of its file; nil where something that it cannot be without is gone.
    func document(among drafts: [Draft]) -> Value? {
        let others = needs.compactMap { need in drafts.first { $0.lineage == need } }
        guard var value = body(others) else { return nil }
        for knob in species.knobs.indices {
            guard let chosen = chosen(knob) else { continue }
            value = value.setting(species.knobs[knob].path, to: chosen)
        }
        var head: Object = ["kind": .text(species.rawValue), "id": .text(id)]
        var options: Object = [:]
        if let was { options["was"] = .text(was) }
        if isForgotten { options["on_remove"] = "forget" }
        if !options.isEmpty { head["weir"] = .object(options) }
        return .object(head.merging(value.object ?? [:]))
    }

    private func body(_ others: [Draft]) -> Value? {
        let named: Object = [species.nameField: .text(name)]
        switch species {
        case .lyticsAuth: return .object(named.merging(Self.auth))
        case .lyticsConnection:
            return .object(named.merging(["provider_slug": "braze"]).merging(auths(others)))
        case .lyticsJob: return .object(named.merging(auths(others)))
        case .lyticsFlow: return .object(named.merging(flow(others)))
        case .frontlineAgent: return .object(named)
        case .frontlineFlow:
            guard let agent = others.first else { return nil }
            return .object(named.merging(Self.talk(with: agent)))
        case .tenexWorkflow:
            return .object(
                named.merging(["steps": [["key": "only", "type": "wait", "config": [:]]]]))
        case .frontlineVariable, .frontlineIntent, .tenexTrigger: return nil
        }
    }

    private static let auth: Object = [
        "provider_slug": "braze",
        "config": ["webhook_request_headers": "Authorization: Bearer ${secret.BRAZE_KEY}"],
    ]

    private func auths(_ others: [Draft]) -> Object {
        let auths = others.filter { $0.species == .lyticsAuth }
        guard !auths.isEmpty else { return [:] }
        return ["auth_ids": .list(auths.map { .text("${auth/\($0.id)}") })]
    }

    /// A flow that waits, exports by work of its own where that is chosen, and then through jobs.
    private func flow(_ others: [Draft]) -> Object {
        var steps: [Object] = [["slug": "wait", "label": "Wait", "type_hint": "delay"]]
        let isOwn = species.knobs.indices.contains {
            species.knobs[$0].path.contains("work_config") && chosen($0) != nil
        }
        if isOwn {
            steps.append([
                "slug": "own", "label": "Own", "type_hint": "work_export",
                "work_config": ["workflow": "webhook_triggers", "name": .text("\(word) own")],
            ])
        }
        for job in others where job.species == .lyticsJob {
            steps.append([
                "slug": .text(job.word), "label": .text(job.word), "type_hint": "work_export",
                "work_id": .text("${job/\(job.id)}"),
            ])
        }
        let next = steps.dropFirst().map { $0["slug"] ?? .null } + ["end"]
        let list = zip(steps, next).map { Value.object($0.merging(["next": $1])) }
        return [
            "entry_segment_id": "${segment/vip}", "entry_condition": "on_segment_entry",
            "steps": .list(list),
        ]
    }

    private static func talk(with agent: Draft) -> Object {
        [
            "agent": .text("${agent/\(agent.id)}"),
            "nodes": [
                [
                    "key": "enter", "type": "TRIGGER_INTENT",
                    "data": ["type": "TRIGGER_INTENT", "agenticRouting": "Somebody waits."],
                ],
                [
                    "key": "say", "type": "SAY_AI",
                    "data": ["type": "SAY_AI", "sayWithAi": false, "prompt": "Ask."],
                ],
            ], "edges": ["enter": ["default": "say"]],
        ]
    }
}

import Documents

/// A field of a document that a script turns: a place in it and what may stand there.
struct Knob: Sendable {
    /// Where it stands.
    var path: [String]
    /// What may stand there, the simplest first; nil leaves it out.
    var alternatives: [Value?]
    /// For a lifecycle field: from each alternative, those that the platform leads to.
    var steps: [[Int]]?

    /// Whether it starts and stops the object.
    var isLifecycle: Bool { steps != nil }

    /// A field that may hold anything at any time.
    init(_ path: String, _ alternatives: [Value?]) {
        self.path = path.split(separator: ".").map(String.init)
        self.alternatives = alternatives
    }

    /// A lifecycle field.
    init(lifecycle path: String, _ alternatives: [Value?], steps: [[Int]]) {
        self.init(path, alternatives)
        self.steps = steps
    }

    /// The alternatives that may follow one.
    func following(_ choice: Int) -> [Int] {
        steps.map { $0[choice] } ?? alternatives.indices.filter { $0 != choice }
    }
}

extension Species {
    private static let descriptions: [Value?] = [
        nil, "For the tests", "Ends with a line\n", "Shouts LOUD", "", "Another one",
    ]

    /// The fields that scripts turn.
    var knobs: [Knob] {
        let description = Knob("description", Self.descriptions)
        switch self {
        case .lyticsAuth:
            return [
                description, Knob("type", ["header_param_auth", "basic_auth"]),
                Knob("config.audience", ["crm", "ads"]),
            ]
        case .lyticsConnection:
            return [description, Knob("config.bucket", ["orders", "people"])]
        case .lyticsJob: return Self.jobKnobs
        case .lyticsFlow: return Self.flowKnobs
        case .frontlineAgent: return Self.agentKnobs
        case .frontlineFlow: return Self.talkKnobs
        case .tenexWorkflow: return Self.workflowKnobs
        case .frontlineVariable, .frontlineIntent, .tenexTrigger: return []
        }
    }

    private static let jobKnobs = [
        Knob(
            lifecycle: "status", ["paused", "running", nil], steps: [[1, 2], [0, 2], [1, 0]]),
        Knob("description", descriptions), Knob("config.campaign", ["one", 2, "Three"]),
        Knob("tag", [nil, "weir"]), Knob("workflow", ["braze_export", "klaviyo_export"]),
        Knob("config.list", [[1, 2], [2, 1, 3], []]),
    ]

    private static let flowKnobs = [
        Knob(lifecycle: "state", ["draft", "running", nil], steps: [[1, 2], [2], [1]]),
        Knob("description", descriptions), Knob("steps.wait.delay", ["1h", "2h", "3h"]),
        Knob(
            "steps.own.work_config.config.webhook_url",
            [
                nil, "https://crm.example/one", "https://crm.example/two",
            ]),
    ]

    private static let agentKnobs = [
        Knob(lifecycle: "isOffline", [true, false, nil], steps: [[1, 2], [0, 2], [1, 0]]),
        Knob("agentSetting.instructions", ["Be brief.", "Be KIND.\n", "Be swift."]),
        Knob("variables", [nil, [["name": "%_a", "description": "One"]], [["name": "%_b"]]]),
        Knob("intents", [nil, [["name": "%_i", "phrases": ["Hello", "Hi"]]]]),
    ]

    private static let talkKnobs = [
        Knob(
            lifecycle: "status", ["DRAFT", "ACTIVE", "PAUSED", nil],
            steps: [[1], [2, 3], [1, 3], [1, 2]]),
        Knob("description", descriptions),
        Knob("nodes.say.data.message", ["Please wait.", "Wait HERE.\n", "Soon."]),
    ]

    private static let workflowKnobs = [
        Knob(
            lifecycle: "status", ["draft", "active", "paused", nil],
            steps: [[1], [2, 3], [1, 3], [1]]),
        Knob("description", descriptions), Knob("steps.only.config.duration", ["1h", "2h", "3h"]),
        Knob("archive_superseded", [nil, true]),
        Knob(
            "triggers",
            [
                nil, [trigger("t", true)], [trigger("t", false)],
                [trigger("t", true), trigger("u", nil)],
            ]),
    ]

    private static func trigger(_ key: String, _ enabled: Bool?) -> Value {
        var trigger: Object = [
            "key": .text(key), "name": .text("% \(key)"), "source": "crm",
            "event_type": "lead.created", "target_type": "workflow",
        ]
        trigger["enabled"] = enabled.map { .bool($0) }
        return .object(trigger)
    }
}

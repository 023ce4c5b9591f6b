import Diagnostics
import Documents
import Platforms
import Tenex
import Testing

@Suite struct `a payload for a run of 10ex` {
    private static let declared: Value = [
        ["name": "lead_id", "type": "uuid", "required": true],
        ["name": "score", "type": "integer"], ["name": "budget", "type": "number"],
        ["name": "vip", "type": "boolean"], ["name": "since", "type": "date"],
        ["name": "market", "type": "string", "required": true, "default": "DE"],
        ["name": "extra", "type": "json"], ["name": "mood", "type": "colour"],
    ]
    private static let inputs = TenexPayload(declared, of: "workflow `Lead to sequence`")
    private static let lead: Value = "7c9e6679-7425-40de-944b-e07fc1f90ae7"

    private func messages(_ payload: Object) -> [String] {
        Self.inputs.problems(in: payload).map(\.message)
    }

    @Test func `of the declared types is right`() {
        let payload: Object = [
            "lead_id": Self.lead, "score": 80, "budget": 12.5, "vip": false,
            "since": "2026-01-31", "extra": [1, "a"], "mood": "green",
        ]
        #expect(messages(payload) == [])
    }

    @Test func `needs what is required and has no default`() {
        #expect(messages([:]) == ["`lead_id` is required by workflow `Lead to sequence`"])
        #expect(messages(["lead_id": .null]) == messages([:]))
    }

    @Test func `says of a name that is unknown which one is near, and not that it is missing`() {
        let problems = Self.inputs.problems(in: ["lead": "x", "leadid": Self.lead])
        #expect(
            problems.map(\.message) == [
                "`lead` is no input of workflow `Lead to sequence`",
                "`leadid` is no input of workflow `Lead to sequence`",
            ])
        #expect(problems.last?.help == "did you mean `lead_id`?")
    }

    @Test(
        arguments: [
            ("lead_id", "42", "a UUID, as in `7c9e6679-7425-40de-944b-e07fc1f90ae7`"),
            ("score", 1.5, "a whole number"), ("budget", "12", "a number"),
            ("vip", "yes", "`true` or `false`"), ("market", 3, "a text"),
            ("since", "31.1.2026", "a date, as in `2026-01-31` or `2026-01-31T09:00:00Z`"),
        ] as [(String, Value, String)])
    func `says what a value must be`(_ name: String, _ value: Value, _ words: String) {
        let payload = Object([("lead_id", Self.lead), (name, value)])
        #expect(messages(payload) == ["`\(name)` must be \(words)"])
    }

    @Test func `takes texts of the command line by the type of their input`() {
        let inputs = Self.inputs
        #expect(inputs.value("80", of: "score") == 80)
        #expect(inputs.value("12.5", of: "budget") == 12.5)
        #expect(inputs.value("true", of: "vip") == true)
        #expect(inputs.value("80", of: "market") == "80")
        #expect(inputs.value("{\"a\":1}", of: "extra") == ["a": 1])
        #expect(inputs.value("many", of: "score") == "many")
        #expect(inputs.value("80", of: "unknown") == "80")
    }

    @Test func `may be checked against a map by name`() {
        let inputs = TenexPayload(["lead_id": ["type": "uuid", "required": true]], of: "it")
        #expect(inputs.problems(in: [:]).map(\.message) == ["`lead_id` is required by it"])
        #expect(TenexPayload(nil, of: "it").problems(in: [:]).isEmpty)
    }
}

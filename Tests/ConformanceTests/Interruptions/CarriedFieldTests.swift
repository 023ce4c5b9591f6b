import EmulatedKit
import Documents
import Planning
import Platforms
import Reconciling
import Testing

@testable import Commands

/// An update whose body carries what is live beside what the file says, and what others change of
/// that while it has to be sent again.
struct CarriedField: Sendable, CustomTestStringConvertible {
    let subject: Subject
    let before: [Document]
    /// The documents of the edit.
    let after: [Document]
    /// The address of the object within its account.
    let address: String
    let kind: String
    /// The field that no file writes, and where the emulator keeps it.
    let field: FieldPath
    var value: Value = "edited by hand"

    var testDescription: String { "\(subject.name): \(kind) \(field)" }

    static let all: [CarriedField] =
        ["steps", "graph", "core"].flatMap { lytics(.lytics(wire: $0)) }
        + EmulatedPreset.allCases.flatMap { frontline(.frontline(preset: $0)) }

    private static func lytics(_ subject: Subject) -> [CarriedField] {
        func edit(_ name: String, _ field: String) -> CarriedField {
            let documents = subject.documents.filter { ["auth/other", name].contains($0.name) }
                .map { $0.changing("description", nil) }
            return CarriedField(
                subject: subject, before: documents,
                after: documents.map { $0.name == name ? $0.changing(field, "Another") : $0 },
                address: name, kind: "lytics/\(name.prefix { $0 != "/" })",
                field: FieldPath(["description"]))
        }
        let auth = subject.documents.filter { $0.name == "auth/braze" }
        func flow(_ state: String?) -> CarriedField {
            CarriedField(
                subject: subject, before: auth + [Scenario.sender(hours: 1, state: state)],
                after: auth + [Scenario.sender(hours: 2, state: state)], address: "flow/sender",
                kind: "lytics/flow", field: FieldPath(["description"]))
        }
        return [
            edit("auth/other", "label"), edit("connection/lake", "label"),
            edit("job/other", "name"), flow(nil), flow("running"),
        ]
    }

    private static func frontline(_ subject: Subject) -> [CarriedField] {
        func agent(_ changes: [String: Value]) -> [Document] {
            subject.documents.filter { $0.name == "agent/other" }.map { document in
                changes.reduce(document) { $0.changing($1.key, $1.value) }
            }
        }
        func settings(_ temperature: Value) -> [Document] {
            agent(["agentSetting": ["temperature": temperature]])
        }
        func own(_ field: String, _ name: String, _ old: Value, _ new: Value) -> CarriedField {
            func list(_ fields: Value) -> [Document] {
                agent(["\(field)s": [fields.with("name", .text(name))]])
            }
            return CarriedField(
                subject: subject, before: list(old), after: list(new),
                address: "agent/other/\(field)/\(name)", kind: "frontline/\(field)",
                field: FieldPath(["description"]))
        }
        func setting(_ name: String, _ value: Value) -> CarriedField {
            CarriedField(
                subject: subject, before: settings(0.5), after: settings(0.75),
                address: "agent/other", kind: "frontline/agent",
                field: FieldPath(["agentSetting", name]), value: value)
        }
        return [
            setting("instructions", "edited by hand"), setting("maxIterations", 21),
            setting("customToolIds", [502]),
            setting(
                "connectedAccountConfigs",
                [["connectedAccountId": 91, "useAllTools": false, "selectedToolSlugs": ["a"]]]),
            own("variable", "number", ["pattern": "a"], ["pattern": "b"]),
            own("intent", "order", ["phrases": ["Where?"]], ["phrases": ["Where?", "When?"]]),
        ]
    }
}

/// What an update leaves of fields that it carries and that are nobody's but the platform's.
@Suite struct `a field that an update carries along` {
    @Test(arguments: CarriedField.all)
    func `stays as others made it while the write had to be sent again`(
        _ carried: CarriedField
    ) async throws {
        let count = try await world(of: carried) { world, platforms, _ in
            let status = try await world.apply()
            #expect(status == .done, "\(world.talk.text)")
            return platforms.recover()
        }
        #expect(count > 0)
        for kind in Hindrance.allCases {
            for number in 0..<count {
                try await world(of: carried) { world, platforms, edit in
                    platforms.hinder(kind, atWrite: number, then: edit)
                    let status = try await world.apply()
                    let said: Comment = "\(kind), write \(number)\n\(world.talk.text)"
                    #expect(!platforms.isHinderable && status == .done, said)
                    let live = platforms.object(carried.kind, edit.id)
                    #expect(live?[at: carried.field] == carried.value, said)
                    #expect(try await world.plan().isEmpty, said)
                }
            }
        }
    }

    @Test func `is one of every kind that carries any`() {
        let kinds = Set(CarriedField.all.map(\.kind))
        #expect(
            kinds == [
                "lytics/auth", "lytics/connection", "lytics/job", "lytics/flow",
                "frontline/agent", "frontline/variable", "frontline/intent",
            ])
    }

    /// Runs a test body where everything before the edit is applied, with what somebody edits.
    private func world<Outcome: Sendable>(
        of carried: CarriedField,
        _ body: @Sendable (World, InProcessPlatforms, EmulatedEdit) async throws -> Outcome
    ) async throws -> Outcome {
        try await World.inProcess(carried.subject, documents: carried.before) { world, platforms in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let ledger = try await world.ledger()
            let held = try #require(
                ledger.values.first { $0.address.text.hasSuffix("/" + carried.address) })
            try world.write(carried.after)
            platforms.recover()
            let name = carried.field.parts.joined(separator: ".")
            let edit = EmulatedEdit(
                kind: carried.kind, id: held.liveID.text ?? held.liveID.canonicalJSON,
                fields: [name: carried.value])
            return try await body(world, platforms, edit)
        }
    }
}

extension Document {
    /// The same with one field changed, or taken out.
    fileprivate func changing(_ name: String, _ value: Value?) -> Document {
        var members = self.value.object ?? [:]
        members[name] = value
        var document = self
        document.value = .object(members)
        return document
    }
}

extension Value {
    /// What stands at a path of members.
    fileprivate subscript(at path: FieldPath) -> Value? {
        path.parts.reduce(Optional(self)) { $0?[$1] }
    }
}

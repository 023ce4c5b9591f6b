import Documents
import EmulatedKit
import Planning
import Platforms
import Testing

@testable import Commands

/// A step, a node, a way: called otherwise in the file than before.
@Suite struct `an element that its file calls otherwise` {
    /// A subject with a document of it, and an element that everything in it is led to by name.
    struct Renaming: Sendable, CustomTestStringConvertible {
        let subject: Subject
        let document: String
        let old: String
        /// The field that is told, where the platform has the name.
        var field: String?

        var testDescription: String { subject.name }
        let new = "renamed_here"
        /// What the emulator must take: the service takes no steps where the editor's form goes.
        var switches: [String] { subject.name == "lytics, steps" ? ["no-strict-flows"] : [] }

        /// The documents, with the new name and what it was.
        var documents: [Document] {
            subject.documents.map { document in
                guard document.name == self.document else { return document }
                var renamed = document.renaming(old, to: new)
                renamed.value = renamed.value.naming(new, was: old)
                return renamed
            }
        }

        static let all =
            ["steps", "core"].map {
                Renaming(
                    subject: .lytics(wire: $0), document: "flow/loop", old: "pause",
                    field: "steps.renamed_here.slug")
            } + [Renaming(subject: .lytics(wire: "graph"), document: "flow/loop", old: "pause")]
            + ["steps", "core", "graph"].map {
                Renaming(
                    subject: .lytics(wire: $0), document: "flow/loop", old: "Again",
                    field: "steps.ask.split_conditions.renamed_here.label")
            }
            + EmulatedPreset.allCases.map {
                Renaming(
                    subject: .frontline(preset: $0), document: "flow/start", old: "hello",
                    field: "nodes.renamed_here.key")
            }
            + EmulatedPreset.allCases.map {
                Renaming(
                    subject: .tenex(preset: $0), document: "workflow/lead", old: "notify",
                    field: "steps.renamed_here.key")
            }
    }

    @Test(arguments: Renaming.all)
    func `is renamed, and neither removed nor added`(_ renaming: Renaming) async throws {
        try await World.with(renaming.subject, switches: renaming.switches) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            _ = try await world.takeWrites()
            try world.write(renaming.documents)
            let plan = try await world.plan()
            let text: Comment = "\(PlanText.render(plan, style: TextStyle()))"
            #expect(plan.rows.flatMap(\.fields).map(\.path.description) == fields(renaming), text)
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            #expect(try await world.takeWrites().isEmpty == (renaming.field == nil))
            let next = try await world.plan()
            #expect(next.rows.isEmpty, "\(PlanText.render(next, style: TextStyle()))")
            #expect(next.notes.contains { $0.contains("is no longer needed here") })
        }
    }

    @Test func `that is written by both names is refused`() async throws {
        let subject = Subject.lytics(wire: "steps")
        try await World.with(subject, switches: ["no-strict-flows"]) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            let loop = try #require(subject.documents.first { $0.name == "flow/loop" })
            try world.write([loop.setting("pause", of: "was", in: "rest")])
            await #expect(throws: Failure.self) { try await world.plan() }
            let said = "`pause` cannot become `rest`: both are written"
            #expect(world.talk.text.contains(said), "\(world.talk.text)")
        }
    }

    private func fields(_ renaming: Renaming) -> [String] { [renaming.field].compactMap(\.self) }
}

extension Value {
    /// The element of a name, anywhere within, says what it was called.
    fileprivate func naming(_ name: String, was old: String) -> Value {
        switch self {
        case .object(let object):
            var inner = Object(
                members: object.map { .init($0.key, $0.value.naming(name, was: old)) })
            let isIt = ["slug", "key", "label"].contains { object[$0] == .text(name) }
            if isIt { inner["was"] = .text(old) }
            return .object(inner)
        case .list(let list): return .list(list.map { $0.naming(name, was: old) })
        default: return self
        }
    }
}

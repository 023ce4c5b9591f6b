import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// What every field of every kind must do alike, on every platform.
@Suite struct `a field under management` {
    @Test(arguments: Subject.all)
    func `is written by a document of its subject, and changed in a test`(_ subject: Subject) {
        let all = subject.kinds.flatMap { kind in
            kind.shape.authoredFields().map { "\(kind.name) \($0)" }
        }
        let walked = (subject.documents + subject.refused).flatMap { document in
            mutations(document, subject).flatMap(\.changes).map {
                "\(document.value["kind"]?.text ?? "") \($0.field)"
            }
        }
        let exempt = Set(subject.exempt.keys)
        #expect(Set(all).subtracting(walked).subtracting(exempt).sorted() == [])
    }

    @Test(arguments: Subject.all)
    func `is named by a plan alone, in the row that its description predicts`(
        _ subject: Subject
    ) async throws {
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            for document in subject.documents {
                for mutation in mutations(document, subject) {
                    try world.write([mutation.document])
                    let said = world.talk.text.count
                    do {
                        check(try await world.plan(), mutation, of: document, subject)
                    } catch {
                        let why = world.talk.text.dropFirst(said)
                        Issue.record("\(document.name) \(mutation.paths): \(error)\n\(why)")
                    }
                }
                try world.write([document])
            }
        }
    }

    private func check(
        _ plan: Plan, _ mutation: Mutation, of document: Document, _ subject: Subject
    ) {
        let action = document.kind.flatMap { mutation.action($0) }
        let what: Comment =
            "\(document.name) \(mutation.paths)\n\(PlanText.render(plan, style: TextStyle()))"
        let own = plan.rows.filter { $0.address.text.hasSuffix("/\(mutation.owner)") }
        let rows = own.filter { $0.action == action }
        #expect(rows.map { Set($0.fields.map(\.path)) } == [mutation.paths], what)
        #expect(!mutation.paths.isEmpty, what)
        let restarts = action == .newVersion || action == .replace
        #expect(
            own.allSatisfy { row in
                row.action == action || row.isOfOlderObject || restarts && row.action == .start
            }, what)
        // A new object has a new id, which whatever refers to it must get.
        let dependents = subject.documents.filter { $0.mentions(document) }.map(\.name)
        let others = plan.rows.count { row in
            !own.contains { $0.address == row.address }
                && !(action == .replace && dependents.contains(where: row.address.text.hasSuffix))
        }
        #expect(others == 0, what)
    }

    @Test(arguments: Subject.all)
    func `is written so that nothing is left to do`(_ subject: Subject) async throws {
        try await settle(subject) { document in
            mutations(document, subject).filter { !$0.isLifecycle }.map(\.document)
        }
    }

    @Test(arguments: Subject.all)
    func `is cleared by null so that nothing is left to do`(_ subject: Subject) async throws {
        try await settle(subject) { document in
            let fields = document.kind?.shape.fields ?? []
            return fields.filter { isCleared($0, in: document, subject) }.map { field in
                var cleared = document
                cleared.value = document.value.with(field.name, .null)
                return cleared
            }
        }
    }

    private func isCleared(_ field: Field, in document: Document, _ subject: Subject) -> Bool {
        let rules = field.rules
        let place = Place().inside(field, of: document.value, Shape())
        return document.value[field.name] != nil && !rules.isRequired && !rules.isNeverNull
            && subject.childKind(document, field.name) == nil
            && !rules.isImmutable && !rules.isLifecycle
            && subject.entry(subject.exempt, document, place) == nil
            && subject.entry(subject.needed, document, place) == nil
    }

    /// Applies the variants of every document, one of each at a time; each time nothing is left.
    private func settle(
        _ subject: Subject, _ variants: (Document) -> [Document]
    ) async throws {
        let all = subject.documents.map(variants)
        try await World.with(subject) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            for round in 0..<(all.map(\.count).max() ?? 0) {
                try world.write(subject.documents)
                try world.write(all.compactMap { round < $0.count ? $0[round] : nil })
                let said = world.talk.text.count
                let status = try? await world.apply()
                let why = world.talk.text.dropFirst(said)
                #expect(status == .done, "round \(round)\n\(why)")
                let plan = try await world.plan()
                #expect(
                    plan.rows.isEmpty,
                    "round \(round)\n\(why)\n\(PlanText.render(plan, style: TextStyle()))")
            }
        }
    }

    private func mutations(_ document: Document, _ subject: Subject) -> [Mutation] {
        document.kind.map { Mutation.all(of: document, kind: $0, subject: subject) } ?? []
    }
}

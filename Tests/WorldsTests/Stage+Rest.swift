import Diagnostics
import Documents
import Platforms

@testable import Commands

extension Stage {
    /// Applies without faults, deciding as a person would, until nothing is left to do.
    mutating func comeToRest() async throws {
        world.service.comeToRest()
        noteChanges()
        var command = Command.quietApply
        for round in 0..<10 {
            if round > 2 { removeNamesakes() }
            let outcome = try await perform(command, world.run())
            if case .apply(let overwrite, _) = command, overwrite.isEmpty {
                history.quietApplies += 1
            }
            try removeDeadEnds(outcome)
            guard let next = decision(after: outcome) else { break }
            command = next
        }
        let outcome = try await perform(.plan, world.run())
        history.lastPlan = outcome.plans.last
        history.drafts = drafts
        history.events = world.service.events
        history.writes = world.service.writes
        history.objects = world.service.objects
        history.recorded = await world.recorded()
        for object in history.objects {
            history.missing[object.key] = world.service.missingEffects(
                of: object, archivesVersions: archivesVersions(object))
        }
    }

    private func archivesVersions(_ object: LiveObject) -> Bool {
        drafts.contains { draft in
            draft.species == object.species && draft.name == object.name
                && draft.document(among: drafts)?["archive_superseded"] == true
        }
    }

    /// Removes the documents whose objects can never again be what they say.
    private mutating func removeDeadEnds(_ outcome: Outcome) throws {
        let codes = [
            "plan/forbidden-transition", "plan/rename-without-was", "plan/indistinguishable",
            "plan/nothing-to-adopt", "plan/frozen",
        ]
        let dead = codes.reduce(into: outcome.files(in: "")) {
            $0.formUnion(outcome.files(in: $1))
        }
        let archived = Set(
            world.service.events.filter { $0.actor == .people && $0.after?.isLive == false }
                .compactMap(\.after).filter { $0.species == .tenexWorkflow }.map(\.name))
        for draft in drafts
        where dead.contains(draft.file)
            || outcome.status != .done && archived.contains(draft.name)
        {
            try edit(.remove(lineage: draft.lineage))
        }
    }

    /// What a person does next; nil once there is nothing to do, or nothing that would help.
    private func decision(after outcome: Outcome) -> Command? {
        let existing = outcome.addresses(in: "plan/exists-already")
        if !existing.isEmpty { return .adopt(existing.sorted()) }
        if outcome.problems.contains(where: { $0.code == "plan/nothing-managed" }) {
            return .adopt([])
        }
        if outcome.status == .conflict {
            let conflicts = outcome.addresses(in: "apply/conflict")
            return conflicts.isEmpty ? .quietApply : .apply(overwrite: conflicts, restart: [])
        }
        let isLeft = outcome.plans.last.map { !$0.isEmpty } ?? true
        if case .adopt = outcome.command { return .quietApply }
        return isLeft && history.quietApplies < 4 ? .quietApply : nil
    }
}

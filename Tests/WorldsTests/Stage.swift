import Documents
import Foundation
import Platforms

@testable import Commands

/// Plays a script in a world and keeps its history.
struct Stage {
    private let world: World
    private(set) var history = History()
    private var drafts: [Draft] = []
    private var written: [String: String] = [:]
    private var noted = 0
    private var normalizations: [Normalization] = []
    private var serial = 0

    /// Plays a script to its end, then lets everything come to rest.
    static func play(_ script: Script, mechanisms: Mechanisms = .all) async throws -> History {
        let world = try World(mechanisms: mechanisms)
        defer { world.remove() }
        var stage = Stage(world)
        try stage.writeProject()
        for step in script.steps { try await stage.take(step) }
        try await stage.comeToRest()
        return stage.history
    }

    private init(_ world: World) { self.world = world }

    private mutating func take(_ step: Step) async throws {
        switch step {
        case .run(let run): await perform(run)
        case .people(let edit, let object): change(edit, object)
        case .foreign(let species, let like): makeForeign(species, like)
        case .normalize(let normalization):
            normalizations.append(normalization)
            world.service.normalize(normalizations)
        case .loseLedger:
            world.loseLedger()
            history.entries.append(.ledgerLost)
        default: try edit(step)
        }
        noteChanges()
    }

    private mutating func noteChanges() {
        let count = world.service.events.count
        if count > noted { history.entries.append(.changes(noted..<count)) }
        noted = count
    }

    // Runs

    private mutating func perform(_ step: RunStep) async {
        let others = Outcomes()
        let meanwhile = step.other.map { [world] other in
            Run.Meanwhile(write: step.otherAt) {
                let command = other == .plans ? Command.plan : Command.quietApply
                others.add(await world.perform(command, world.run()))
            }
        }
        await perform(command(of: step), world.run(step, meanwhile: meanwhile), others)
    }

    private func command(of step: RunStep) -> Command {
        func address(_ lineage: Int) -> [Address] {
            drafts.filter { $0.lineage == lineage }.map(\.address)
        }
        switch step.verb {
        case .apply: return .quietApply
        case .plan: return .plan
        case .restart(let lineage): return .apply(overwrite: [], restart: Set(address(lineage)))
        case .adopt(let lineage):
            return address(lineage).isEmpty ? .quietApply : .adopt(address(lineage))
        }
    }

    @discardableResult
    private mutating func perform(
        _ command: Command, _ run: Run, _ others: Outcomes = Outcomes()
    ) async -> Outcome {
        noteChanges()
        var outcome = await world.perform(command, run)
        outcome.others = others.all
        history.entries.append(.run(outcome))
        noted = world.service.events.count
        return outcome
    }

    /// Applies without faults, deciding as a person would, until nothing is left to do.
    private mutating func comeToRest() async throws {
        world.service.comeToRest()
        noteChanges()
        var command = Command.quietApply
        for round in 0..<10 {
            if round > 2 { removeNamesakes() }
            let outcome = await perform(command, world.run())
            if case .apply(let overwrite, _) = command, overwrite.isEmpty {
                history.quietApplies += 1
            }
            try removeDeadEnds(outcome)
            guard let next = decision(after: outcome) else { break }
            command = next
        }
        let outcome = await perform(.plan, world.run())
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
        let dead = outcome.files(in: "plan/forbidden-transition")
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
        if outcome.status == .conflict {
            let conflicts = outcome.addresses(in: "apply/conflict")
            return conflicts.isEmpty ? .quietApply : .apply(overwrite: conflicts, restart: [])
        }
        let isLeft = outcome.plans.last.map { !$0.isEmpty } ?? true
        if case .adopt = outcome.command { return .quietApply }
        return isLeft && history.quietApplies < 4 ? .quietApply : nil
    }
}

extension Stage {
    // People

    private var ours: [LiveObject] {
        var known = History()
        known.events = world.service.events
        let makers = known.makers
        return world.service.objects.filter { makers[$0.key]?.isRun == true }
    }

    private func change(_ edit: PeopleEdit, _ index: Int) {
        let objects = ours
        guard !objects.isEmpty else { return }
        let object = objects[index % objects.count]
        guard let fields = edit.fields(of: object) else { return }
        world.service.clock.pass(.seconds(60))
        world.service.edit(object, fields, deletes: edit == .delete)
    }

    /// Deletes what people made and called like something of ours, since nobody can tell them apart.
    private func removeNamesakes() {
        var known = History()
        known.events = world.service.events
        let makers = known.makers
        let objects = world.service.objects
        let ours = Set(
            objects.filter { makers[$0.key]?.isRun == true }.map { Named($0.species, $0.name) })
        for object in objects
        where makers[object.key] == .people && ours.contains(Named(object.species, object.name)) {
            world.service.edit(object, [:], deletes: true)
        }
    }

    private mutating func makeForeign(_ species: Species, _ like: Int?) {
        serial += 1
        let model = drafts.first { $0.lineage == like && $0.species == species }
        let name = model?.name ?? "Foreign \(serial)"
        guard let request = Foreign.request(for: species, name: name) else { return }
        _ = world.service.answer(request, species.platform, by: .people)
    }

    // Files

    private mutating func edit(_ step: Step) throws {
        var lifecycles: Set<String> = []
        switch step {
        case .add(let lineage, let species, let needs):
            var draft = Draft(lineage, species)
            draft.needs = needs
            drafts.append(draft)
        case .turn(let lineage, let knob, let turns):
            turn(lineage, knob, turns, &lifecycles)
        case .remove(let lineage): drafts.removeAll { $0.lineage == lineage }
        case .rename(let lineage, let saysWas):
            update(lineage) { draft in
                draft.was = saysWas ? "\(draft.species.type)/\(draft.id)" : nil
                draft.id += "_b"
            }
        case .relabel(let lineage): update(lineage) { $0.name += " anew" }
        case .leave(let lineage): update(lineage) { $0.isForgotten = true }
        default: break
        }
        try writeDocuments()
        let wanted = drafts.filter { $0.document(among: drafts) != nil }.flatMap(\.wanted)
        history.entries.append(.files(wanted, lifecycles: lifecycles))
    }

    private mutating func update(_ lineage: Int, _ change: (inout Draft) -> Void) {
        guard let index = drafts.firstIndex(where: { $0.lineage == lineage }) else { return }
        change(&drafts[index])
    }

    private mutating func turn(
        _ lineage: Int, _ knob: Int, _ turns: Int, _ lifecycles: inout Set<String>
    ) {
        guard let index = drafts.firstIndex(where: { $0.lineage == lineage }) else { return }
        let before = Set(drafts[index].wanted)
        let knobs = drafts[index].species.knobs
        guard knobs.indices.contains(knob) else { return }
        let following = knobs[knob].following(drafts[index].choices[knob])
        drafts[index].choices[knob] = following[turns % following.count]
        lifecycles = Set(drafts[index].wanted).subtracting(before).reduce(into: []) {
            $0.insert($1.subject)
        }
    }

    private mutating func writeProject() throws {
        try write(
            "weir.yaml",
            [
                "kind": "weir/project", "name": "worlds",
                "accounts": [
                    "lytics": ["platform": "lytics"], "frontline": ["platform": "frontline"],
                    "tenex": ["platform": "tenex", "workspace": "acme"],
                ],
            ])
    }

    private mutating func writeDocuments() throws {
        var gone = Set(written.keys).subtracting(["weir.yaml"])
        for draft in drafts {
            guard let document = draft.document(among: drafts) else { continue }
            gone.remove(draft.file)
            try write(draft.file, document)
        }
        for file in gone {
            try FileManager.default.removeItem(at: world.folder.appendingPathComponent(file))
            written[file] = nil
        }
    }

    private mutating func write(_ file: String, _ document: Value) throws {
        let text = document.prettyJSON
        guard written[file] != text else { return }
        written[file] = text
        try Data(text.utf8).write(to: world.folder.appendingPathComponent(file))
    }
}

import Platforms

@testable import Commands

/// Plays a script in a world and keeps its history.
struct Stage {
    let world: World
    var history = History()
    var drafts: [Draft] = []
    var written: [String: String] = [:]
    /// Whether the files do not say yet what the drafts say.
    var isUnwritten = false
    var noted = 0
    var normalizations: [Normalization] = []
    var serial = 0

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
        case .run(let run): try await perform(run)
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

    mutating func noteChanges() {
        let count = world.service.events.count
        if count > noted { history.entries.append(.changes(noted..<count)) }
        noted = count
    }

    // Runs

    private mutating func perform(_ step: RunStep) async throws {
        let others = Outcomes()
        let meanwhile = step.other.map { [world] other in
            Run.Meanwhile(write: step.otherAt) {
                let command = other == .plans ? Command.plan : Command.quietApply
                others.add(await world.perform(command, world.run()))
            }
        }
        try await perform(command(of: step), world.run(step, meanwhile: meanwhile), others)
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
    mutating func perform(
        _ command: Command, _ run: Run, _ others: Outcomes = Outcomes()
    ) async throws -> Outcome {
        try writeDocuments()
        noteChanges()
        var outcome = await world.perform(command, run)
        outcome.others = others.all
        history.entries.append(.run(outcome))
        noted = world.service.events.count
        return outcome
    }
}

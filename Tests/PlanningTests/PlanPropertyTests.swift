import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

/// A world that does what plans say.
private struct ToyWorld {
    var scene = Scene()
    private var nextID = 1

    /// Carries out every row in order, checking that what it waits for was done before.
    mutating func apply(_ plan: Plan) {
        takeNote(of: plan)
        var done: Set<Int> = []
        for row in plan.rows {
            #expect(Set(row.waitsFor).isSubset(of: done), "row \(row.number)")
            apply(row)
            done.insert(row.number)
        }
    }

    /// Applies plan after plan until nothing is left to do.
    mutating func applyAll() {
        var rounds = 0
        while case let rest = scene.plan(), !rest.isEmpty, rounds < 3 {
            apply(rest)
            rounds += 1
        }
    }

    /// Brings the ledger up to date where nothing has to happen.
    mutating func takeNote(of plan: Plan) {
        for refresh in plan.refreshed {
            guard let place = scene.recorded.firstIndex(where: { $0.address == refresh.address })
            else { continue }
            #expect(scene.recorded[place] == refresh.held)
            scene.recorded[place] = refresh.record
        }
    }

    private mutating func apply(_ row: PlanRow) {
        switch row.action {
        case .create: make(row)
        case .replace:
            if row.isIrreversible { remove(row) }
            make(row)
        case .pause, .stop, .delete:
            row.isOfOlderObject ? end(row) : row.action == .delete ? remove(row) : switchState(row)
        case .update, .newVersion: write(row)
        case .start: switchState(row)
        case .forget: scene.recorded.removeAll { $0.address == row.address }
        case .adopt, .release: record(row, id: row.liveID ?? .null)
        case .move:
            scene.recorded.removeAll { $0.address == row.was }
            record(row, id: row.liveID ?? .null)
        }
    }

    private mutating func make(_ row: PlanRow) {
        let id: Value = row.kind == Toy.flow ? .text(row.address.id) : .text("id-\(nextID)")
        nextID += 1
        let value = filled(row.record?.value ?? [:])
        scene.observed.append(
            Toy.observed(row.address.text, id: id, shown(value, row.kind)))
        record(row, id: id)
    }

    private mutating func write(_ row: PlanRow) {
        guard let place = place(row) else { return }
        var members = scene.observed[place].value.object ?? [:]
        let field = row.action == .update ? Toy.kinds[row.kind]?.lifecycle?.field : nil
        for member in shown(filled(row.record?.value ?? [:]), row.kind) where member.key != field {
            members[member.key] = member.value.isNull ? nil : member.value
        }
        let id = scene.observed[place].liveID
        scene.observed[place] = Toy.observed(row.address.text, id: id, members)
        record(row, id: id)
    }

    private mutating func switchState(_ row: PlanRow) {
        guard let field = row.fields.first, let place = place(row) else { return }
        var members = scene.observed[place].value.object ?? [:]
        members[field.path.description] = field.after
        scene.observed[place].value = .object(members)
        record(row, id: scene.observed[place].liveID)
    }

    private mutating func remove(_ row: PlanRow) {
        if let place = place(row) { scene.observed.remove(at: place) }
        scene.recorded.removeAll { $0.address == row.address }
    }

    /// Stops or deletes an object that its resource had before.
    private mutating func end(_ row: PlanRow) {
        let live = scene.observed.firstIndex { $0.kind == row.kind && $0.liveID == row.liveID }
        if row.action.isLifecycle {
            let field = Toy.kinds[row.kind]?.lifecycle?.field ?? ""
            guard let live, let step = Toy.kinds[row.kind]?.lifecycle?.stop(from: "running") else {
                return
            }
            var members = scene.observed[live].value.object ?? [:]
            members[field] = .text(step.to)
            scene.observed[live].value = .object(members)
            return
        }
        if let live { scene.observed.remove(at: live) }
        for place in scene.recorded.indices where scene.recorded[place].address == row.address {
            scene.recorded[place].orphans.removeAll { $0 == row.liveID }
        }
    }

    private mutating func record(_ row: PlanRow, id: Value) {
        guard let record = row.record else { return }
        scene.recorded.removeAll { $0.address == row.address }
        var known = record
        known.liveID = id
        known.written = filled(record.value)
        known.returned = filled(record.value)
        scene.recorded.append(known)
    }

    private func place(_ row: PlanRow) -> Int? {
        let id = scene.recorded.first { $0.address == row.address }?.liveID ?? row.liveID
        return scene.observed.firstIndex { $0.kind == row.kind && $0.liveID == id }
    }

    private func filled(_ value: Value) -> Value {
        switch value {
        case .captured(let slot):
            scene.recorded.first { $0.address.text == slot.address }?.liveID ?? value
        case .list(let list): .list(list.map(filled))
        case .object(let object): .object(Object(object.map { ($0.key, filled($0.value)) }))
        default: value
        }
    }

    /// What the platform shows of what was written.
    private func shown(_ value: Value, _ kind: KindName) -> Object {
        var members = value.object ?? [:]
        if kind == Toy.auth { members["config"] = nil }
        for member in members where member.value.isNull { members[member.key] = nil }
        members["platforms_own"] = 1
        return members
    }
}

/// Random projects over the toy platform.
private struct RandomFiles {
    var random: SplitMix

    mutating func resources() -> [Resource] {
        let auths = pick(0...3).map { "toy/auth/a\($0)" }
        let jobs = pick(0...4).map { "toy/job/j\($0)" }
        let flows = pick(0...4).map { "toy/flow/f\($0)" }
        return auths.map { Toy.resource($0, auth()) }
            + jobs.map { Toy.resource($0, job(auths)) }
            + flows.map { Toy.resource($0, flow(jobs)) }
    }

    private mutating func pick(_ range: ClosedRange<Int>) -> [Int] {
        range.filter { _ in Int.random(in: 0...2, using: &random) > 0 }
    }

    private mutating func word() -> Value {
        .text(["red", "green", "blue"].randomElement(using: &random) ?? "red")
    }

    private mutating func auth() -> Object {
        var members: Object = ["provider": word()]
        if Bool.random(using: &random) { members["config"] = ["user": word()] }
        return members
    }

    private mutating func job(_ auths: [String]) -> Object {
        var members: Object = ["config": ["list": word()]]
        if let auth = auths.randomElement(using: &random) {
            members["auth_id"] = .captured(Slot(auth))
        }
        if Bool.random(using: &random) {
            members["retries"] = .int(.random(in: 2...4, using: &random))
        }
        if Bool.random(using: &random) { members["workflow"] = word() }
        if Bool.random(using: &random) {
            members["status"] = Bool.random(using: &random) ? "running" : "paused"
        }
        return members
    }

    private mutating func flow(_ jobs: [String]) -> Object {
        var members: Object = ["tags": .list([word(), word()])]
        if Bool.random(using: &random) { members["label"] = word() }
        if Bool.random(using: &random) { members["state"] = "running" }
        members["steps"] = .list(
            pick(0...3).shuffled(using: &random).map { number in
                var step: Object = ["slug": .text("s\(number)"), "next": "end"]
                if Bool.random(using: &random) {
                    step["delay"] = .int(.random(in: 1...3, using: &random))
                }
                if let job = jobs.randomElement(using: &random) {
                    step["work_id"] = .captured(Slot(job))
                }
                return .object(step)
            })
        return members
    }
}

/// A small generator that a seed repeats.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Test func `a plan that was applied leaves nothing to do, whatever the files`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var files = RandomFiles(random: SplitMix(state: seed))
    var world = ToyWorld()
    for round in 1...150 {
        world.scene.wanted = files.resources()
        let changed = disturb(&world.scene, &files.random)
        world.scene.options.overwrite = Set(world.scene.wanted.map(\.address))
        var rounds = 0
        var plan = world.scene.plan()
        world.takeNote(of: plan)
        let noted = world.scene.plan()
        #expect(noted.rows == plan.rows && noted.refreshed.isEmpty, "seed \(seed), round \(round)")
        plan = noted
        while !plan.isEmpty, rounds < 3 {
            #expect(world.scene.codes.isEmpty, "seed \(seed), round \(round): \(world.scene.codes)")
            world.apply(plan)
            plan = world.scene.plan()
            rounds += 1
        }
        #expect(plan.isEmpty, "seed \(seed), round \(round), \(changed): \(plan.signs)")
        #expect(plan.refreshed.isEmpty, "seed \(seed), round \(round): \(plan.refreshed)")
        guard plan.isEmpty, plan.refreshed.isEmpty else { return }
    }
}

extension Scene {
    /// Other files, and other live objects behind our back; conflicts are decided for the files.
    fileprivate mutating func change(_ files: inout RandomFiles) {
        wanted = files.resources()
        _ = disturb(&self, &files.random)
        options.overwrite = Set(wanted.map(\.address))
    }
}

/// Changes and removes some live objects behind our back.
private func disturb(_ scene: inout Scene, _ random: inout SplitMix) -> [String] {
    var changed: [String] = []
    for place in scene.observed.indices.reversed() {
        switch Int.random(in: 0...9, using: &random) {
        case 0:
            changed.append("removed \(scene.observed[place].liveID)")
            scene.observed.remove(at: place)
        case 1:
            changed.append("changed \(scene.observed[place].liveID)")
            var members = scene.observed[place].value.object ?? [:]
            members["tags"] = ["elsewhere"]
            members["config"] = ["list": "elsewhere"]
            scene.observed[place].value = .object(members)
        case 2:
            changed.append("stopped \(scene.observed[place].liveID)")
            var members = scene.observed[place].value.object ?? [:]
            if members["state"] == "running" { members["state"] = "draining" }
            if members["status"] == "running" { members["status"] = "paused" }
            scene.observed[place].value = .object(members)
        default: break
        }
    }
    return changed
}

@Test func `planning again from a plan file alone makes the same rows, whatever the files`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var files = RandomFiles(random: SplitMix(state: seed))
    var world = ToyWorld()
    for round in 1...150 {
        world.scene.change(&files)
        if Bool.random(using: &files.random) {
            let named = world.scene.wanted.shuffled(using: &files.random).prefix(2)
            world.scene.options.only = named.map(\.address)
        }
        let plan = world.scene.plan()
        let stored = world.scene.stored(plan)
        let again = PlanRepetition(of: plan, again: world.scene.planAgain(stored))
        let found = again.differences.flatMap { [$0.message] + $0.notes }
        #expect(found.isEmpty, "seed \(seed), round \(round): \(found)")
        world.scene.options.only = []
        world.applyAll()
        guard found.isEmpty else { return }
    }
}

@Test func `a plan that was carried out in part is carried on from its file alone`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var files = RandomFiles(random: SplitMix(state: seed))
    var world = ToyWorld()
    for round in 1...150 {
        world.scene.change(&files)
        let plan = world.scene.plan()
        let stored = world.scene.stored(plan)
        var part = plan
        part.rows = Array(plan.rows.prefix(.random(in: 0...plan.rows.count, using: &files.random)))
        world.apply(part)
        let again = PlanRepetition(of: plan, again: world.scene.planAgain(stored))
        let found = again.strangers.flatMap { [$0.message] + $0.notes }
        #expect(found.isEmpty, "seed \(seed), round \(round): \(found)")
        #expect(
            again.left.rows.count <= plan.rows.count - part.rows.count,
            "seed \(seed), round \(round): \(plan.signs), left \(again.left.signs)")
        world.apply(again.left)
        let rest = PlanRepetition(of: plan, again: world.scene.planAgain(stored)).left
        #expect(rest.isEmpty, "seed \(seed), round \(round): \(rest.signs)")
        guard found.isEmpty, rest.isEmpty else { return }
        world.applyAll()
    }
}

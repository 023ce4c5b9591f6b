public import Diagnostics
import Documents
public import Platforms

/// Tells whether the world is still the one that a stored plan was made for.
public struct PlanStaleness {
    /// What changed since the plan was made, of what its rows touch and nothing else.
    ///
    /// `recorded` is what the ledger holds now: its objects do not stand in the way of a create
    /// of something else, and what it has made itself is not made again.
    public static func check(
        plan: Plan, observed: [ObservedResource], kinds: [KindName: any Kind],
        recorded: [Address: RecordedResource] = [:]
    ) -> [Diagnostic] {
        var input = PlanningInput(project: plan.project, environment: plan.environment)
        input.observed = observed
        input.kinds = kinds
        input.recorded = recorded
        let check = PlanStaleness(plan, World(input))
        return plan.rows.flatMap(check.problems)
    }

    private let world: World
    private let names: LiveNames
    /// Rows by number, for those that follow another row of the same resource.
    private let remade: Set<Address>

    private init(_ plan: Plan, _ world: World) {
        self.world = world
        names = LiveNames(world)
        let rows = plan.rows.filter { [.create, .replace, .newVersion].contains($0.action) }
        remade = Set(rows.map(\.address))
    }

    private func problems(_ row: PlanRow) -> [Diagnostic] {
        if row.action == .create { return existing(row) }
        if row.action == .forget { return row.missing == nil ? [] : back(row) }
        if row.action == .move { return [] }
        if row.action.isLifecycle, remade.contains(row.address) { return [] }
        guard let id = row.liveID else { return [] }
        let isOfActing = row.action == .stop || row.action == .delete
        let live =
            isOfActing
            ? world.acting(row.address.account, row.kind, id: id)
            : world.live(row.address.account, row.kind, id: id)
        guard let live else {
            return row.isOfOlderObject ? [] : [gone(row)]
        }
        let value = world.type(row.kind).renaming(row, in: live.value)
        return otherState(row, live.value)
            + row.fields.compactMap { problem($0, row, value) } + finished(row)
    }

    /// Reports that others started or stopped what the row would make act again.
    private func otherState(_ row: PlanRow, _ live: Value) -> [Diagnostic] {
        guard let planned = row.liveState,
            let field = world.input.kinds[row.kind]?.lifecycle?.field
        else { return [] }
        let now = live[field]?.text ?? "nothing"
        guard now != planned else { return [] }
        return [
            stale(
                "`\(row.address)` changed since the plan was made: `\(field)`", row.place,
                ["when it was planned: `\(planned)`", "live: `\(now)`"])
        ]
    }

    /// Reports that another run has done by now what an interrupted one had left to do.
    private func finished(_ row: PlanRow) -> [Diagnostic] {
        let isUnfinished = row.fields.contains { $0.cause == .unfinished }
        guard isUnfinished, let recorded = world.input.recorded[row.address],
            !recorded.isUnfinished
        else { return [] }
        return [
            stale(
                "`\(row.address)` was finished by another run since the plan was made", row.place,
                [])
        ]
    }

    private func existing(_ row: PlanRow) -> [Diagnostic] {
        if let recorded = world.input.recorded[row.address],
            world.live(row.address.account, row.kind, id: recorded.liveID) != nil
        {
            return [made(row, recorded.liveID)]
        }
        guard let kind = world.input.kinds[row.kind], let record = row.record,
            let key = kind.naturalKey(of: record.value, address: row.address),
            let found = world.unmanaged(row.address.account, row.kind, naturalKey: key).first
        else { return [] }
        return [made(row, found.liveID)]
    }

    /// What was missing when the plan was made, and is not.
    private func back(_ row: PlanRow) -> [Diagnostic] {
        guard let id = row.liveID,
            world.live(row.address.account, row.kind, id: id) != nil
        else { return [] }
        return [made(row, id)]
    }

    private func made(_ row: PlanRow, _ id: Value) -> Diagnostic {
        stale(
            "`\(row.address)` did not exist when the plan was made", row.place,
            ["live: it exists as `\(id.scalarText ?? "")`"])
    }

    private func gone(_ row: PlanRow) -> Diagnostic {
        stale(
            "`\(row.address)` existed when the plan was made", row.place,
            ["planned: \(row.verb)", "live: nothing"])
    }

    private func problem(_ field: FieldChange, _ row: PlanRow, _ live: Value) -> Diagnostic? {
        let type = world.type(row.kind)
        let path = field.path.parts[...]
        let rules = type.rules(along: path)
        if rules.contains(where: { $0.isWriteOnly || $0.isSecret }) { return nil }
        if field.before?.holdsSecret == true || field.after?.holdsSecret == true { return nil }
        let now = type.value(at: path, in: live)
        if let rename = type.rename(field) {
            return type.has(rename.new, in: rename.list, of: live) ? nil : changed(field, row, now)
        }
        if field.cause == .stopped {
            // It acts until our own delete stops it; what others stopped stays so.
            if isOurStop(row) || isSame(field.after, now, .none) { return nil }
        } else if isSame(field.before, now, rules.last ?? .none) {
            return nil
        }
        return changed(field, row, now)
    }

    private func changed(_ field: FieldChange, _ row: PlanRow, _ now: Value?) -> Diagnostic {
        let type = world.type(row.kind).type(at: field.path.parts[...])
        let words = { (value: Value?) -> String in
            names.words(
                value.map { row.names.naming($0, type) }, at: field.path, row.kind, row.address)
        }
        return stale(
            "`\(row.address)` changed since the plan was made: `\(field.path)`", field.place,
            [
                "planned: \(words(field.before)) to \(words(field.after))",
                "last applied: \(words(field.recorded))", "live: \(words(now))",
            ])
    }

    /// Whether the ledger knows that deletes of ours stop the object.
    private func isOurStop(_ row: PlanRow) -> Bool {
        world.input.recorded[row.address]?.resumption != nil
    }

    private func isSame(_ one: Value?, _ other: Value?, _ rules: Rules) -> Bool {
        Sameness.spelling.holds(one, other, .any, rules)
            && Sameness.spelling.holds(other, one, .any, rules)
    }

    private func stale(_ message: String, _ place: Place?, _ facts: [String]) -> Diagnostic {
        let written = place.map { ["written at \($0.file):\($0.line):\($0.column)"] } ?? []
        return .error(
            PlanCode.stale, message, notes: facts + written, help: "make the plan again")
    }
}

import Diagnostics
import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// How somebody stopped an object outside the files.
private enum Stop: CustomStringConvertible {
    /// The platform shows it in this state.
    case state(String)
    /// The platform does not show it.
    case deleted

    var description: String {
        switch self {
        case .state(let state): "shown as `\(state)`"
        case .deleted: "not shown"
        }
    }
}

/// What follows after an object was stopped.
private enum Next: CaseIterable {
    case apply, edit, version, replace, adopt, move
}

/// One object that its file wants to run, and that others stopped.
private struct Stopped {
    let kind: any Kind
    let lifecycle: Lifecycle
    let account: Account
    let wanted: Resource
    let stop: Stop

    /// The same before it was stopped.
    var before: Stopped {
        Stopped(
            kind: kind, lifecycle: lifecycle, account: account, wanted: wanted,
            stop: .state(wanted.value[lifecycle.field]?.text ?? ""))
    }

    /// The state in which the platform shows it; nil where it is gone.
    var state: String? {
        guard case .state(let state) = stop, !lifecycle.gone.contains(state) else { return nil }
        return state
    }

    /// Whether the platform would refuse what the author changes.
    func takesNoChanges(_ next: Next) -> Bool {
        guard next == .edit || next == .version, let state else { return false }
        return lifecycle.frozen.contains(state)
    }

    private func live(_ value: Value, id: Value, state: String) -> ObservedResource {
        let value = value.with(lifecycle.field, .text(state))
        return ObservedResource(
            account: account.name, kind: kind.name, liveID: id,
            naturalKey: kind.naturalKey(of: value, address: wanted.address) ?? .null,
            value: value, raw: value)
    }

    /// The value before an edit; nil where the kind has no such field here.
    private func before(_ next: Next) -> Value? {
        let fields = kind.shape.fields.filter { field in
            !field.rules.isLifecycle && !field.rules.isWriteOnly && wanted.value[field.name] != nil
        }
        switch next {
        case .edit:
            let field = fields.first { field in
                wanted.value[field.name]?.text != nil && !field.rules.isImmutable
                    && field.rules.onRunning == .inPlace
            }
            return field.map { wanted.value.with($0.name, "before") }
        case .replace:
            let field = fields.first {
                $0.rules.isImmutable && wanted.value[$0.name]?.text != nil
            }
            return field.map { wanted.value.with($0.name, "before") }
        case .version:
            let field = fields.first {
                $0.rules.onRunning == .newVersion && wanted.value[$0.name]?.list != nil
            }
            return field.map { field in
                let list = wanted.value[field.name]?.list ?? []
                return wanted.value.with(field.name, .list(list.dropLast()))
            }
        case .apply, .adopt, .move: return wanted.value
        }
    }

    /// The plan of what follows; nil where it cannot be for this object.
    func input(_ next: Next) -> PlanningInput? {
        guard let before = before(next) else { return nil }
        var input = PlanningInput(
            project: "p", environment: "e", accounts: [account], kinds: Workspace.kinds,
            wanted: [wanted])
        if case .state(let state) = stop { input.observed = [live(before, id: "1", state: state)] }
        var options = wanted.options
        var address = wanted.address
        switch next {
        case .adopt:
            if state == nil { return nil }
            input.options.adopt = [wanted.address]
            return input
        case .move:
            address = Address("\(wanted.address.text)_before")
            options.was = address
            input.wanted = [wanted.with(wanted.value, options: options)]
        default: break
        }
        input.recorded[address] = RecordedResource(
            address: address, kind: kind.name, liveID: "1", value: before)
        return input
    }

    /// The world after a plan was carried out, as another plan finds it.
    func after(_ plan: Plan, _ input: PlanningInput) -> PlanningInput {
        var next = input
        next.wanted = [wanted]
        next.options = PlanningOptions()
        let isNew = plan.rows.contains { $0.action == .create || $0.action == .replace }
        let id: Value = isNew ? "2" : "1"
        let known = plan.rows.compactMap(\.record).last ?? plan.refreshed.first?.record
        if var record = known {
            record.liveID = id
            record.orphans = []
            record.returned = record.value
            next.recorded = [wanted.address: record]
        }
        next.observed = [
            live(wanted.value, id: id, state: isNew ? lifecycle.initial : state ?? "")
        ]
        return next
    }
}

extension Resource {
    /// The same with another value, that refers to nothing.
    fileprivate func with(_ value: Value, options: ResourceOptions) -> Resource {
        Resource(
            address: address, kind: kind, value: value, needs: [], node: node, options: options,
            span: span, file: file)
    }
}

extension Value {
    /// Every reference as the id of something that exists.
    fileprivate var resolved: Value {
        switch self {
        case .captured, .joined: "1"
        case .list(let list): .list(list.map(\.resolved))
        case .object(let object): .object(Object(object.map { ($0.key, $0.value.resolved) }))
        default: self
        }
    }
}

/// Nobody is switched on again by accident, in any way in which an object can have been stopped.
@Suite struct `what others stopped` {
    /// Every object with a lifecycle that the documents of all subjects describe, in all states.
    private static func all() async throws -> [Stopped] {
        var found: [Stopped] = []
        for subject in Subject.all {
            found += try await World.with(subject) { world in
                let project = try await world.session.loadProject()
                let workspace = try await world.session.open(project, for: .reading)
                return workspace.accounts.flatMap { account in
                    let wanted = workspace.scope(of: account).wanted ?? []
                    return wanted.flatMap { stops(of: $0, account) }
                }
            }
        }
        return found
    }

    private static func stops(of resource: Resource, _ account: Account) -> [Stopped] {
        guard let kind = Catalog.kind(resource.kind), let lifecycle = kind.lifecycle else {
            return []
        }
        let states = Set(
            lifecycle.transitions.flatMap { $0.from + [$0.to] } + lifecycle.authored
                + lifecycle.gone + lifecycle.deletion.keys + lifecycle.staying.keys
        ).subtracting(lifecycle.running)
        return lifecycle.running.flatMap { running in
            let value = resource.value.resolved.with(lifecycle.field, .text(running))
            return ([.deleted] + states.sorted().map(Stop.state)).map { stop in
                Stopped(
                    kind: kind, lifecycle: lifecycle, account: account,
                    wanted: resource.with(value, options: ResourceOptions()), stop: stop)
            }
        }
    }

    @Test func `makes a plan stale that would make it act again`() async throws {
        var walked: Set<KindName> = []
        for stopped in try await Self.all() {
            for next in Next.allCases {
                guard let input = stopped.before.input(next), let now = stopped.input(next) else {
                    continue
                }
                var report = Report()
                let made = Planner.plan(input, into: &report)
                let plan = try Plan(encoded: made.encoded)
                guard plan.rows.contains(where: { $0.action == .start }) else { continue }
                walked.insert(stopped.kind.name)
                let stale = PlanStaleness.check(
                    plan: plan, observed: now.observed, kinds: Workspace.kinds,
                    recorded: now.recorded)
                #expect(!stale.isEmpty, "\(stopped.wanted.address) \(stopped.stop), \(next)")
                let fresh = PlanStaleness.check(
                    plan: plan, observed: input.observed, kinds: Workspace.kinds,
                    recorded: input.recorded)
                #expect(fresh.isEmpty, "\(stopped.wanted.address), \(next)\n\(fresh)")
            }
        }
        #expect(walked.count >= 3, "\(walked)")
    }

    @Test func `stays so until the file or a restart says otherwise`() async throws {
        var walked: Set<String> = []
        for stopped in try await Self.all() {
            for next in Next.allCases {
                guard let input = stopped.input(next) else { continue }
                let name = "\(stopped.wanted.address) \(stopped.stop), \(next)"
                walked.insert("\(stopped.kind.name) \(next)")
                var report = Report()
                let plan = Planner.plan(input, into: &report)
                let refusals = stopped.takesNoChanges(next) ? ["plan/frozen"] : []
                #expect(report.diagnostics.map(\.code) == refusals, "\(name)")
                #expect(!plan.rows.contains { $0.action == .start }, "\(name)")
                guard refusals.isEmpty else { continue }
                let later = Planner.plan(stopped.after(plan, input), into: &report)
                #expect(!later.rows.contains { $0.action == .start }, "\(name), and again")
                #expect(later.notes.contains { $0.contains("--restart") }, "\(name), and again")
                expectRestart(stopped, stopped.after(plan, input), name)
            }
        }
        let kinds = Catalog.kinds.filter { $0.lifecycle != nil }.map(\.name)
        for kind in kinds {
            for next in [Next.apply, .edit, .adopt, .move] {
                #expect(walked.contains("\(kind) \(next)"), "\(kind) \(next) was never walked")
            }
        }
        #expect(walked.contains { $0.hasSuffix("\(Next.replace)") })
        #expect(walked.contains { $0.hasSuffix("\(Next.version)") })
    }

    /// A restart starts what the platform lets start, and the file's own change does so too.
    private func expectRestart(_ stopped: Stopped, _ input: PlanningInput, _ name: String) {
        let lifecycle = stopped.lifecycle
        guard let live = input.observed.first?.value[lifecycle.field]?.text,
            let running = stopped.wanted.value[lifecycle.field]?.text,
            lifecycle.transition(from: live, to: running) != nil
        else { return }
        var report = Report()
        var restarted = input
        restarted.options.restart = [stopped.wanted.address]
        let plan = Planner.plan(restarted, into: &report)
        #expect(plan.rows.contains { $0.action == .start }, "\(name), restarted")
    }

    @Test func `can be stopped without a delete, or says that a replace deletes first`() {
        for kind in Catalog.kinds {
            guard let lifecycle = kind.lifecycle, kind.deletesFirst == nil else { continue }
            for state in lifecycle.running {
                #expect(lifecycle.stop(from: state) != nil, "\(kind.name) `\(state)`")
            }
        }
    }
}

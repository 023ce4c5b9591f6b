import Diagnostics
import Documents
public import Platforms

extension LyticsFlowKind {
    /// Creates, updates, starts, drains or deletes a flow, through the form its account uses.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: write(change, into: &calls) { $0.create() }
        case .update where isDraining(change): write(change, into: &calls) { $0.newVersion() }
        case .update: write(change, into: &calls) { $0.update() }
        case .newVersion: write(change, into: &calls) { $0.newVersion() }
        case .start: calls.calls = FlowCalls.start(change)
        case .stop, .pause: calls.calls = [FlowCalls.drain(change)]
        case .delete: calls.calls = [FlowCalls.delete(change)]
        case .adopt:
            calls.given = change.observed?.facts[LyticsFlowFact.numbers] ?? [:]
        case .replace, .forget, .move, .release: calls.given = change.recorded?.given ?? [:]
        }
        return calls
    }

    /// Whether steps change on a flow that drains, which only a new version can have.
    fileprivate func isDraining(_ change: Change) -> Bool {
        change.observed?.facts[LyticsFlowFact.state] == "draining"
            && change.paths.contains {
                ["steps", "root_step_id"].contains($0.parts.first) && !StepWork.isEffect($0)
            }
    }

    private func write(
        _ change: Change, into calls: inout ChangeCalls, _ make: (FlowCalls) -> [Call]
    ) {
        let wanted = change.wanted ?? [:]
        let (wire, refusals) = FlowWire.choose(for: wanted, change.account)
        calls.refusals += refusals
        let numbers = StepNumbers.assign(
            wanted["steps"]?.list ?? [], given: change.recorded?.given ?? [:],
            observed: LyticsFlowKind.numbers(change.observed), wire: wire)
        calls.given = numbers
        calls.notes += notes(change)
        guard refusals.isEmpty else { return }
        calls.calls += make(FlowCalls(change: change, wire: wire, numbers: numbers))
    }
}

extension LyticsFlowKind {
    /// The numbers of a flow's steps, those of a draft beside it too.
    static func numbers(_ observed: ObservedResource?) -> Object {
        var numbers = observed?.draft?.facts[LyticsFlowFact.numbers] ?? [:]
        for member in observed?.facts[LyticsFlowFact.numbers] ?? [:] {
            numbers[member.key] = member.value
        }
        return numbers
    }

    /// What a write of fields means where a draft stands beside the version that acts.
    fileprivate func notes(_ change: Change) -> [String] {
        guard let observed = change.observed else { return [] }
        if let draft = observed.draft?.version {
            return ["version \(draft), a draft that is there already, is written over"]
        }
        if change.action == .update, isDraining(change) {
            return [
                "version \(observed.version ?? 0) drains on as it is; the change is a new version in "
                    + "draft, which nobody enters until it is started"
            ]
        }
        guard let acting = observed.acting, let version = acting.version,
            let draft = observed.version
        else { return [] }
        let state = acting.facts[LyticsFlowFact.state] ?? ""
        return [
            "version \(draft), a draft, is changed; version \(version), which is \(state), goes on"
        ]
    }
}

/// The calls that write one flow.
struct FlowCalls {
    let change: Change
    let wire: FlowWire
    let numbers: Object

    private var id: Value { FlowCalls.id(of: change) }
    private var steps: [Value] { change.wanted?["steps"]?.list ?? [] }

    /// The flow's id: as the platform has it, or as the author names it.
    static func id(of change: Change) -> Value {
        change.recorded?.liveID ?? change.observed?.liveID ?? .text(change.address.id)
    }

    /// Creates a draft with its works.
    func create() -> [Call] {
        var body = wire.body(of: change.wanted ?? [:], id: id, numbers: numbers)
        body["state"] = "draft"
        let probe = Probe(
            read: wire.read(id), matches: .equal(.member("id"), id), captures: change.captures)
        let call = Call(
            "create the draft", wire.create(.object(body)),
            captures: change.captures, again: .probe(probe), advice: wire.advice(change.account))
        return [call] + makeWorks()
    }

    /// Replaces the latest version in place, with the works that new and changed steps lack.
    func update() -> [Call] {
        let works = works.flatMap { $0.missing(change.paths) }
        guard change.paths.contains(where: { !StepWork.isEffect($0) }) else { return works }
        let call = Call(
            "update the flow", wire.update(id, overlay),
            captures: [Capture(Slot(change.address.text, "object"), from: .whole)])
        return [change.readCall(wire.read(id), "the flow"), call] + works
    }

    /// Makes a higher version in draft, or writes the one that is there over, and stops where the
    /// answer is anything else.
    func newVersion() -> [Call] {
        let version = Value.int(change.observed?.facts[LyticsFlowFact.version] ?? 0)
        let isDraft = Condition.all([
            .greater(.member("version"), version), .equal(.member("state"), "draft"),
        ])
        let isThere = change.observed?.draft != nil
        let call = Call(
            isThere ? "write over the version in draft" : "create a new version in draft",
            wire.update(id, overlay),
            captures: [Capture(Slot(change.address.text, "object"), from: .whole)],
            expects: [
                Expectation(
                    isDraft, code: LyticsCode.editedInPlace,
                    message: "the answer is not a higher version in draft: the running version "
                        + "may have been edited")
            ], again: isThere ? .safe : .probe(Probe(read: wire.read(id), matches: isDraft)))
        let works = isThere ? works.flatMap { $0.renew() } : makeWorks()
        return [change.readCall(wire.read(id), "the flow"), call] + works
    }

    private var overlay: Overlay {
        let live = (change.observed?.draft ?? change.observed)?.raw
        let body = wire.body(
            of: change.wanted ?? [:], id: id, numbers: numbers, end: .null,
            over: live?.object ?? [:])
        return Overlay(
            read: change.read, dropping: LyticsFlowKind.server + wire.dropping,
            ours: .object(body), lists: wire.lists
        ).keeping(live)
    }

    // Works

    private func makeWorks() -> [Call] { works.flatMap { $0.make() } }

    private var works: [StepWorkCalls] {
        StepWork.all(of: change).compactMap { work in
            numbers[work.slug].map { StepWorkCalls(work, number: $0, flow: id, wire: wire) }
        }
    }
}

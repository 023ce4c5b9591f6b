import Documents
import Platforms

/// The calls that write one flow.
struct FlowCalls {
    let change: Change
    let form: FlowForm
    let numbers: Object

    private var wire: FlowWire { form.wire }
    private var id: Value { FlowCalls.id(of: change) }

    /// The flow's id: as the platform has it, or as the author names it.
    static func id(of change: Change) -> Value {
        change.recorded?.liveID ?? change.observed?.liveID ?? .text(change.address.id)
    }

    /// What finds out whether the service takes the form; nil where that is known.
    var trial: FlowTrial? {
        form.doubt.map { FlowTrial(doubt: $0, change: change, id: id, numbers: numbers) }
    }

    /// Creates a draft with its works.
    func create() -> [Call] {
        guard let trial else { return [creation(wire)] + makeWorks() }
        var second = creation(.core)
        second.summary += " through `/v2/flow`"
        return trial.calls([creation(wire)], or: [second]) + makeWorks()
    }

    private func creation(_ wire: FlowWire) -> Call {
        var body = wire.body(of: change.wanted ?? [:], id: id, numbers: numbers)
        body["state"] = "draft"
        let probe = Probe(
            read: wire.read(id), matches: .equal(.member("id"), id), captures: change.captures)
        return Call(
            "create the draft", wire.create(Value.object(body).withoutNulls),
            captures: change.captures, again: .probe(probe), advice: wire.advice(change.account))
    }

    /// Replaces the latest version in place, with the works that new and changed steps lack.
    func update() -> [Call] {
        let works = works.flatMap { $0.missing(change.paths) }
        guard change.paths.contains(where: { !StepWork.isEffect($0) }) else { return works }
        return writes { wire, overlay in
            Call(
                "update the flow", wire.update(id, overlay),
                captures: [Capture(Slot(change.address.text, "object"), from: .whole)])
        } + works
    }

    /// Makes a higher version in draft, or writes the one that is there over, and stops where the
    /// answer is anything else.
    func newVersion() -> [Call] {
        let version = Value.int(change.observed?.facts[LyticsFlowFact.version] ?? 0)
        let isDraft = Condition.all([
            .greater(.member("version"), version), .equal(.member("state"), "draft"),
        ])
        let isThere = change.observed?.draft != nil
        let works = isThere ? works.flatMap { $0.renew() } : makeWorks()
        return writes { wire, overlay in
            Call(
                isThere ? "write over the version in draft" : "create a new version in draft",
                wire.update(id, overlay),
                captures: [Capture(Slot(change.address.text, "object"), from: .whole)],
                expects: [
                    Expectation(
                        isDraft, code: LyticsCode.editedInPlace,
                        message: "the answer is not a higher version in draft: the running version "
                            + "may have been edited")
                ], again: isThere ? .safe : .probe(Probe(read: wire.read(id), matches: isDraft)))
        } + works
    }

    /// A write over what was read just before, in one form, or in both where one is tried.
    private func writes(_ write: (FlowWire, Overlay) -> Call) -> [Call] {
        let first = [
            change.readCall(wire.read(id), "the flow"), write(wire, overlay(wire, change.read)),
        ]
        guard let trial else { return first }
        let slot = Slot(change.address.text, "read through /v2/flow")
        var read = change.readCall(FlowWire.core.read(id), "the flow")
        read.captures = read.captures.map { Capture(slot, from: $0.from) }
        var second = write(.core, overlay(.core, slot))
        second.summary += " through `/v2/flow`"
        // What the first form has made may be there already, and is written over.
        second.again = .safe
        return trial.calls(first, or: [read, second])
    }

    private func overlay(_ wire: FlowWire, _ read: Slot) -> Overlay {
        let body = wire.body(of: change.wanted ?? [:], id: id, numbers: numbers, end: .null)
        return Overlay(
            read: read, dropping: LyticsFlowKind.server + wire.dropping,
            ours: .object(body), lists: wire.lists, omitsNull: true
        ).keeping((change.observed?.draft ?? change.observed)?.raw)
    }

    // Works

    private func makeWorks() -> [Call] { works.flatMap { $0.make() } }

    private var works: [StepWorkCalls] {
        StepWork.all(of: change).compactMap { work in
            numbers[work.slug].map { StepWorkCalls(work, number: $0, flow: id, wire: wire) }
        }
    }
}

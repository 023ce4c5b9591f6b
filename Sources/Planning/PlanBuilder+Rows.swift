import Diagnostics
import Documents
import Platforms

extension PlanBuilder {
    /// A row of a wanted resource.
    func row(_ subject: Subject, _ action: Action, verb: String, reason: String) -> PlanRow {
        PlanRow(
            number: 0, address: subject.address, kind: subject.resource.kind, action: action,
            verb: verb, reason: reason, place: input.place(subject.resource.span),
            liveID: subject.observed?.liveID)
    }

    /// What the ledger holds of a wanted resource once its row is done.
    ///
    /// What was kept otherwise goes on with it, so that what was accepted stays accepted.
    func record(
        _ subject: Subject, _ given: Object, state: String?, releasing: [FieldPath] = []
    ) -> RecordedResource {
        let resource = subject.resource
        var members = subject.value.object ?? [:]
        if let lifecycle = subject.lifecycle {
            members[lifecycle.field] = state.map(Value.text)
        }
        let managed = Managed(ignored: Set(resource.options.ignored))
            .part(of: .object(members), subject.type)
        var numbers = subject.recorded?.given ?? [:]
        for member in given { numbers[member.key] = member.value }
        return RecordedResource(
            address: resource.address, kind: resource.kind,
            liveID: subject.recorded?.liveID ?? subject.observed?.liveID
                ?? .captured(Slot(resource.address.text)),
            written: managed, returned: .null, given: numbers,
            digests: world.digests[resource.address] ?? [:],
            isProtected: resource.options.isProtected, onRemove: resource.options.onRemove,
            file: resource.file, needs: needs(of: resource),
            heldLifecycle: held(subject, state: state),
            keptOtherwise: subject.recorded?.keptOtherwise ?? [],
            released: released(subject, and: releasing), orphans: orphans(of: subject),
            resumption: resumption(of: subject))
    }

    /// The fields that were ours and are not any more.
    private func released(_ subject: Subject, and releasing: [FieldPath]) -> [FieldPath] {
        let all = Set((subject.recorded?.released ?? []) + releasing)
        let ignored = Set(subject.resource.options.ignored)
        return all.filter { path in
            ignored.contains(path)
                || subject.type.value(at: path.parts[...], in: subject.value) == nil
        }.sorted()
    }

    /// The addresses of wanted resources that a resource refers to.
    func needs(of resource: Resource) -> [Address] {
        let all = resource.needs.map(\.address).filter { world.wanted[$0] != nil }
        return all.count < 2 ? all : Set(all).sorted()
    }

    /// The drafts of what a resource needs.
    func needed(by resource: Resource) -> [Int] {
        (resource.needs + resource.options.after).compactMap { outcomes[$0.address]?.content }
    }

    /// The drafts that start what a resource needs.
    func started(for resource: Resource) -> [Int] {
        (resource.needs + resource.options.after).compactMap { need in
            startsLast(need.address) ? nil : outcomes[need.address]?.lifecycle
        }
    }

    /// Lets what starts follow what is written of everything that refers to it, and what starts
    /// last wait for all that those do.
    mutating func orderLateStarts() {
        for resource in world.wanted.values {
            let outcome = outcomes[resource.address]
            for need in resource.needs {
                guard let late = outcomes[need.address]?.lifecycle,
                    drafts[late].row.action == .start
                else { continue }
                if startsLast(need.address) {
                    drafts[late].waits += [outcome?.content, outcome?.lifecycle].compactMap { $0 }
                } else if let content = outcome?.content {
                    drafts[late].follows.append(content)
                }
            }
        }
    }

    /// Whether a resource starts only after everything that refers to it.
    func startsLast(_ address: Address) -> Bool {
        world.wanted[address].flatMap { input.kinds[$0.kind]?.lifecycle?.startsLast } ?? false
    }

    /// Reports a kind's refusal where the field is written.
    mutating func report(_ refusal: Refusal, _ resource: Resource) {
        let span = refusal.path.flatMap { world.span(of: $0, in: resource) }
        report.add(
            .error(
                refusal.code, refusal.message, at: span ?? resource.span, help: refusal.help))
    }

    /// Reports that a protected resource would be lost.
    mutating func reportProtected(_ resource: Resource, _ what: String) {
        report.add(
            .error(
                PlanCode.protected, "`\(resource.address)` is protected and would be \(what)",
                at: resource.span, label: "it says `weir: { protect: true }`",
                help: "remove `protect` first"))
    }

    /// Adds the row that takes an object over as it is.
    mutating func adopt(_ subject: inout Subject) {
        guard let observed = subject.observed else { return }
        var row = row(
            subject, .adopt, verb: "adopt",
            reason: "exists already; Weir manages it from now on, nothing is sent")
        let made = subject.kind.calls(for: subject.change(.adopt, observed: observed))
        var known = record(
            subject, made.given, state: subject.wantedState == nil ? nil : subject.liveState)
        let fields = ManagedFields(of: known.value, in: observed.value, subject.type)
        known.returned = fields.returned
        known.written = nil
        subject.adoptedDigests = agreeingDigests(subject, observed)
        known.digests = subject.adoptedDigests
        row.record = known
        if !fields.unseen.isEmpty { assumed.append((subject.address, fields.unseen)) }
        subject.waits.append(add(row, .ledger, waits: []))
    }

    /// The address that a child of a renamed document had there.
    private func addressBefore(_ subject: Subject) -> Address? {
        let address = subject.address
        guard subject.recorded == nil, let parent = address.parent,
            let old = world.wanted[parent]?.options.was, moved.contains(old)
        else { return nil }
        return old.child(type: address.type, id: address.id)
    }

    /// Adds the row that gives a resource of the ledger another address.
    mutating func move(_ subject: inout Subject) {
        guard let old = subject.resource.options.was ?? addressBefore(subject) else { return }
        guard let recorded = input.recorded[old], world.wanted[old] == nil else {
            if subject.recorded != nil, input.recorded[old] == nil {
                note(
                    about: subject.address,
                    "`was: \(old)` on `\(subject.address)` is no longer needed here")
            }
            return
        }
        guard subject.recorded == nil else {
            report.add(
                .error(
                    PlanCode.moveRefused,
                    "`\(old)` cannot become `\(subject.address)`, which exists",
                    at: subject.resource.span, help: "remove `was`"))
            return
        }
        moved.insert(old)
        subject.recorded = recorded
        var row = row(subject, .move, verb: "move", reason: "it was `\(old)`")
        row.was = old
        row.liveID = recorded.liveID
        var kept = record(subject, [:], state: nil)
        kept.written = recorded.written
        kept.returned = recorded.returned
        kept.digests = recorded.digests
        kept.heldLifecycle = recorded.heldLifecycle
        kept.orphans = recorded.orphans
        row.record = kept
        subject.waits.append(add(row, .ledger, waits: []))
    }
}

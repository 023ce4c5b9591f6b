import Diagnostics
import Documents
import Platforms

extension PlanBuilder {
    /// Plans one wanted resource: finds it, compares it, adds its rows.
    mutating func plan(_ resource: Resource) {
        guard var subject = subject(resource) else {
            outcomes[resource.address] = Outcome(isBroken: true)
            return
        }
        if resource.options.isExternal { return planExternal(subject) }
        move(&subject)
        guard !refuseIdentity(subject), find(&subject) else {
            outcomes[resource.address] = Outcome(isBroken: true)
            return
        }
        rename(&subject)
        let before = drafts.count
        var outcome = Outcome(liveID: subject.observed?.liveID)
        subject.hold = hold(of: subject)
        if subject.isAdopted { adopt(&subject) }
        if let recorded = subject.recorded, let observed = subject.observed {
            keptFields[subject.address] = kept(recorded, observed, subject)
        }
        let action = planContent(&subject, &outcome)
        planLifecycle(subject, after: action, &outcome)
        if let last = subject.waits.last, outcome.content == nil { outcome.content = last }
        if drafts.count == before {
            unchanged += 1
            if !left.contains(resource.address) { refresh(subject) }
        }
        noteVersions(subject, action, outcome)
        if world.stopping[resource.kind] != nil, let observed = subject.observed {
            stoppable[LiveKey(observed)] = subject
        }
        outcomes[resource.address] = outcome
    }

    /// A resource with its kind, its account and every id in it that is known.
    mutating func subject(_ resource: Resource) -> Subject? {
        guard let kind = input.kinds[resource.kind],
            let account = world.accounts[resource.address.account]
        else {
            report.add(
                .error(
                    PlanCode.unknownKind, "unknown kind or account: `\(resource.address)`",
                    at: resource.span))
            return nil
        }
        let type = world.type(resource.kind)
        var resolver = Resolver(world, resource, outcomes: outcomes)
        let value = resolver.resolve(resource.value, type) ?? resource.value
        resolver.checkNames(kind.shape)
        report.add(resolver.report)
        return Subject(
            resource: resource, kind: kind, account: account, type: type, value: value,
            recorded: input.recorded[resource.address])
    }

    /// Finds the live object; false when something forbids going on.
    private mutating func find(_ subject: inout Subject) -> Bool {
        let (resource, account) = (subject.resource, subject.account.name)
        if let recorded = subject.recorded {
            subject.observed = world.live(account, resource.kind, id: recorded.liveID)
            if subject.observed != nil { return true }
        }
        let found = unmanaged(subject)
        guard let first = found.first else { return true }
        guard subject.kind.takesOver(subject.value) else {
            reportExisting(resource, first)
            return false
        }
        guard found.count == 1 else {
            reportSeveral(resource, found)
            return false
        }
        subject.observed = first
        subject.recorded = nil
        subject.isAdopted = true
        return true
    }

    /// What is live, matches a resource and belongs to nothing in the ledger.
    func unmanaged(_ subject: Subject) -> [ObservedResource] {
        let (resource, account) = (subject.resource, subject.account.name)
        if let live = resource.options.live {
            guard let object = world.live(account, resource.kind, id: .text(live)) else {
                return []
            }
            return world.owner(of: object) == nil ? [object] : []
        }
        let key = subject.kind.naturalKey(of: subject.value, address: resource.address)
        return key.map { world.unmanaged(account, resource.kind, naturalKey: $0) } ?? []
    }

    /// Finds the one object that a document describes and others made.
    mutating func planExternal(_ subject: Subject) {
        let found = externals(subject)
        guard found.count == 1, let object = found.first else {
            found.isEmpty
                ? reportMissingExternal(subject.resource) : reportSeveral(subject.resource, found)
            outcomes[subject.address] = Outcome(isBroken: true)
            return
        }
        outcomes[subject.address] = Outcome(liveID: object.liveID)
    }

    /// What is live and matches a resource, whoever it belongs to.
    func externals(_ subject: Subject) -> [ObservedResource] {
        let (resource, account) = (subject.resource, subject.account.name)
        if let live = resource.options.live {
            return world.live(account, resource.kind, id: .text(live)).map { [$0] } ?? []
        }
        let key = subject.kind.naturalKey(of: subject.value, address: resource.address)
        return key.map { world.all(account, resource.kind, naturalKey: $0) } ?? []
    }

    private mutating func reportExisting(_ resource: Resource, _ object: ObservedResource) {
        unclaimed[resource.address] = .error(
            PlanCode.existsAlready,
            "`\(resource.address)` exists already and is not managed", at: resource.span,
            label: "the platform has it as `\(object.liveID.scalarText ?? "")`",
            help: "`weir adopt \(resource.address)` lets Weir manage it as it is")
    }

    /// What people call a live object, behind its id; empty where it has no name.
    func nameInBrackets(of object: ObservedResource) -> String {
        input.kinds[object.kind]?.objectName(in: object.value).map { " (\($0))" } ?? ""
    }

    /// Reports that several objects match, each with its id and its name.
    mutating func reportSeveral(_ resource: Resource, _ found: [ObservedResource]) {
        let candidates = found.sorted { $0.liveID.idText < $1.liveID.idText }.map { object in
            "`\(object.liveID.idText)`\(nameInBrackets(of: object))"
        }
        unclaimed[resource.address] = .error(
            PlanCode.ambiguousObject,
            "`\(resource.address)` matches \(found.count) objects; it must match one",
            at: resource.span, label: "cannot tell which one is meant",
            notes: ["they are \(candidates.joined(separator: ", "))"],
            help: "name one with `weir: { live: ID }`")
    }

    private mutating func reportMissingExternal(_ resource: Resource) {
        report.add(
            .error(
                PlanCode.externalMissing,
                "the external resource `\(resource.address)` was not found on the platform",
                at: resource.span,
                label: "nothing in account `\(resource.address.account)` matches",
                help: "create it there, or name it with `weir: { live: ID }`"))
    }
}

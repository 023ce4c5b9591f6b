import Diagnostics
import Documents
import Platforms

/// Taking live objects over into the ledger as they are: no row of it sends anything.
extension PlanBuilder {
    /// Plans one resource of an adoption; what the adoption is not about is only looked up.
    mutating func planAdoption(_ resource: Resource) {
        let address = resource.address
        guard adoption.all.contains(address), var subject = subject(resource) else {
            let recorded = input.recorded[address]
            outcomes[address] = Outcome(liveID: recorded.flatMap(live)?.liveID)
            return
        }
        if resource.options.isExternal { return planExternal(subject) }
        move(&subject)
        guard !refuseIdentity(subject), let observed = recordedOrFound(&subject) else {
            outcomes[address] = Outcome()
            return
        }
        outcomes[address] = Outcome(liveID: observed.liveID)
        guard subject.isAdopted else { return noteManaged(address) }
        rename(&subject)
        subject.hold = hold(of: subject)
        adopt(&subject)
        noteDifferences(subject)
        if let lifecycle = subject.lifecycle, let hold = subject.hold {
            noteHeld(subject, hold, lifecycle, after: nil)
        }
    }

    /// Reports what an adoption names and the files do not have.
    mutating func reportUnknownAdoptions() {
        for address in adoption.named.sorted() where world.wanted[address] == nil {
            reportUndocumented(address)
        }
        for pattern in adoption.unmatched { reportUnmatched(pattern) }
    }

    private mutating func reportUnmatched(_ pattern: AddressPattern) {
        let isAll = pattern == .all
        report.add(
            .error(
                PlanCode.unknownAddress,
                isAll
                    ? "`weir adopt --all`: the project has no documents"
                    : "`weir adopt`: no document matches `\(pattern)`",
                help: isAll
                    ? "describe what is there in documents first: `weir plan` counts it"
                    : "a pattern has all parts of an address: `lytics/job/*`; `--all` is everything"
            ))
    }

    /// Says how many resources were left alone because the ledger holds them already.
    mutating func noteManagedMatches() {
        guard managedMatches > 0 else { return }
        let count = managedMatches
        note(
            about: nil,
            count == 1 ? "1 object is managed already" : "\(count) objects are managed already")
    }

    private func live(_ recorded: RecordedResource) -> ObservedResource? {
        world.live(recorded.address.account, recorded.kind, id: recorded.liveID)
    }

    /// The object that the ledger holds, or the one that is taken over; nil where there is none.
    private mutating func recordedOrFound(_ subject: inout Subject) -> ObservedResource? {
        if let observed = subject.recorded.flatMap(live) {
            subject.observed = observed
            return observed
        }
        let found = unmanaged(subject)
        guard found.count < 2 else {
            reportSeveral(subject.resource, found)
            return nil
        }
        guard let first = found.first else {
            reportNotFound(subject)
            return nil
        }
        subject.observed = first
        subject.recorded = nil
        subject.isAdopted = true
        return first
    }

    private mutating func noteManaged(_ address: Address) {
        guard adoption.named.contains(address) else {
            managedMatches += 1
            return
        }
        note(about: address, "`\(address)` is managed already")
    }

    private mutating func noteDifferences(_ subject: Subject) {
        let count = differences(subject).filter { $0.change.cause != .released }.count
        guard count > 0 else { return }
        let fields = count == 1 ? "1 field" : "\(count) fields"
        note(
            about: subject.address,
            "`\(subject.address)` differs from your file in \(fields): see `weir plan`")
    }

    /// What was named must be there; what only comes along is left to the next plan.
    private mutating func reportNotFound(_ subject: Subject) {
        let address = subject.address
        guard adoption.named.contains(address) else {
            note(about: address, "nothing live matches `\(address)`: not adopted")
            return
        }
        let owner = externals(subject).compactMap { world.owner(of: $0) }.min()
        report.add(
            .error(
                PlanCode.nothingToAdopt,
                "cannot adopt `\(address)`: nothing live matches it",
                at: subject.resource.span,
                label: owner.map { "what matches is managed as `\($0)`" }
                    ?? "nothing in account `\(subject.account.name)` matches",
                help: "name the object with `weir: { live: ID }`, or create it with `weir apply`"))
    }

    private mutating func reportUndocumented(_ address: Address) {
        let isManaged = input.recorded[address] != nil
        let nearest = Suggestion.nearest(
            to: address.text, among: world.wanted.keys.map(\.text).sorted())
        report.add(
            .error(
                PlanCode.unknownAddress,
                "`weir adopt`: no document has the address `\(address)`",
                notes: isManaged ? ["the ledger has it, and its document is gone"] : [],
                help: isManaged ? nil : nearest.map { "did you mean `\($0)`?" }))
    }
}

import Diagnostics
import Platforms

/// What exists on the platform, is what a document describes, and is not in the ledger.
extension PlanBuilder {
    /// Reports what exists and is nobody's, as far as the plan is about it: one by one where it is
    /// little, as a whole where it is much or nothing is managed yet.
    mutating func reportUnclaimed() {
        let problems = unclaimed.filter(isAsked).sorted { $0.key < $1.key }
        var existing = problems.filter { $0.value.code == PlanCode.existsAlready.text }
        if input.isRunUnderWay {
            for (address, _) in existing { noteMayBeMadeNow(address) }
            existing = []
        }
        guard existing.count < 2 || !isFirstMeeting else {
            return reportNothingManaged(problems.map(\.key))
        }
        for problem in problems where problem.value.code != PlanCode.existsAlready.text {
            report.add(problem.value)
        }
        for problem in existing.prefix(Self.mostShown) { report.add(problem.value) }
        guard existing.count > Self.mostShown else { return }
        report.add(
            .error(
                PlanCode.existsAlready,
                "\(existing.count - Self.mostShown) more exist already and are not managed",
                help: "`weir adopt --all` records what is live as it is and sends nothing"))
    }

    /// How many existing objects are shown one by one.
    private static let mostShown = 10

    /// Whether files meet accounts of which nothing is managed.
    private var isFirstMeeting: Bool {
        input.recorded.isEmpty && options.only.isEmpty && !options.isAdopting
    }

    private func isAsked(_ address: Address, _ problem: Diagnostic) -> Bool {
        options.only.isEmpty || asked.contains(address)
    }

    /// What `--only` names, with everything that it needs.
    private var asked: Set<Address> {
        var asked: Set<Address> = []
        var open = options.only
        while let address = open.popLast() {
            guard asked.insert(address).inserted else { continue }
            open += world.wanted[address]?.needs.map(\.address) ?? []
        }
        return asked
    }

    private mutating func noteMayBeMadeNow(_ address: Address) {
        note(
            about: address,
            "`\(address)` exists and is not in the ledger; the run that is under way may have "
                + "made it")
    }

    private mutating func reportNothingManaged(_ found: [Address]) {
        let all = world.wanted.values.filter { $0.address.parent == nil && !$0.options.isExternal }
        let existing = Set(found.map(\.outermost))
        let accounts = Dictionary(grouping: existing, by: \.account).mapValues(\.count)
            .sorted { $0.key < $1.key }
        let verb = existing.count == 1 ? "exists" : "exist"
        let places = accounts.map { "\($0.value) on `\($0.key)`" }.joined(separator: ", ")
        let place = accounts.count == 1 ? "on `\(accounts[0].key)` already" : "already: \(places)"
        report.add(
            .error(
                PlanCode.nothingManaged,
                "the ledger of `\(input.environment)` is empty, and \(existing.count) of your "
                    + "\(all.count) documents \(verb) \(place)",
                help: "`weir adopt --all` records them as they are and sends nothing"))
    }
}

extension Address {
    /// The address of the document in which a child stands; its own of what is no child.
    fileprivate var outermost: Address { parent?.outermost ?? self }
}

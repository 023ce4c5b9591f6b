import Diagnostics
import Documents
import Platforms

/// Collects rows, one resource after another, each after what it needs.
struct PlanBuilder {
    let world: World
    var report = Report()
    var outcomes: [Address: Outcome] = [:]
    var drafts: [Draft] = []
    private(set) var notes: [(about: Address?, text: String)] = []
    var unchanged = 0
    var refreshed: [Refresh] = []
    /// What a run of this ledger may have made beside what it recorded.
    var doubles: [LikelyDouble] = []
    /// Addresses in the ledger whose resource has another address now.
    var moved: Set<Address> = []
    /// What exists on the platform and is not managed, with what is to be said about it.
    var unclaimed: [Address: Diagnostic] = [:]
    /// What an adoption is about; nothing where it is none.
    let adoption: Adoption
    /// How many resources an adoption came along that the ledger holds already.
    var managedMatches = 0
    /// What the platform never shows of adopted objects, and the file says.
    var assumed: [(address: Address, paths: [FieldPath])] = []
    /// Which document describes what the platform tells apart.
    var described: [LiveKey: Address] = [:]
    /// What stays unlike its file because the platform takes no change of it any more.
    var left: Set<Address> = []
    /// What is removed from the files but stays alive after this plan.
    var staying: Set<Address> = []
    /// What a row of this plan deletes.
    var isDeleted: Set<Address> = []
    /// Resources that a delete may stop, by their live object.
    var stoppable: [LiveKey: Subject] = [:]
    /// What the platform keeps otherwise than written, and still does.
    var keptFields: [Address: [KeptField]] = [:]

    var input: PlanningInput { world.input }
    var options: PlanningOptions { world.input.options }

    init(_ input: PlanningInput) {
        world = World(input)
        adoption = Adoption(input.options, world.wanted)
    }

    /// Plans everything that the files want.
    mutating func planWanted() {
        let world = world
        let dependencies = Dependencies(world.wanted.keys.sorted()) { address in
            guard let resource = world.wanted[address] else { return [] }
            let all = resource.needs + resource.options.after
            return all.isEmpty ? [] : all.map(\.address).filter { world.wanted[$0] != nil }
        }
        for cycle in dependencies.cycles { reportCycle(cycle) }
        for address in dependencies.order {
            guard let resource = world.wanted[address] else { continue }
            if options.isAdopting {
                planAdoption(resource)
            } else {
                checkAfter(resource)
                plan(resource)
            }
        }
        orderLateStarts()
    }

    /// Adds a row and says which draft it is.
    mutating func add(_ row: PlanRow, _ stage: Draft.Stage, waits: [Int] = []) -> Int {
        drafts.append(Draft(row: row, stage: stage, waits: waits))
        return drafts.count - 1
    }

    /// Says that nothing of an account is managed although it is full.
    mutating func noteEmptyLedger() {
        guard input.recorded.isEmpty, !world.wanted.isEmpty else { return }
        let objects = Dictionary(grouping: input.observed, by: \.account)
        for (account, found) in objects.sorted(by: { $0.key < $1.key }) {
            let count = found.count == 1 ? "1 object" : "\(found.count) objects"
            note(
                about: nil,
                "the ledger is empty, and account `\(account)` holds \(count) that it does not manage"
            )
        }
    }

    /// Takes a note; one about a resource goes when a plan leaves the resource out.
    mutating func note(about address: Address?, _ text: String) { notes.append((address, text)) }

    /// Drops the notes about resources that a plan leaves out.
    mutating func forgetNotes(exceptAbout kept: Set<Address>) {
        notes.removeAll { note in note.about.map { !kept.contains($0) } ?? false }
    }

    /// Says where more is made at once than a platform takes.
    mutating func noteCreations() {
        let made = drafts.map(\.row).filter { $0.action == .create || $0.action == .replace }
        let kinds = Dictionary(grouping: made, by: \.kind).sorted { $0.key < $1.key }
        for (kind, rows) in kinds {
            guard let limit = input.kinds[kind]?.creationLimit else { continue }
            let accounts = Dictionary(grouping: rows, by: \.address.account)
            for (account, rows) in accounts.sorted(by: { $0.key < $1.key })
            where rows.count > limit.count {
                note(
                    about: nil,
                    "account `\(account)` takes \(limit.count) new `\(kind)` in an "
                        + "\(limit.window), and this plan makes \(rows.count): what is refused "
                        + "fails, and an apply after that goes on from there")
            }
        }
    }

    /// Orders the rows and puts everything together.
    mutating func finish() -> Plan {
        reportUnclaimed()
        blockKept()
        nameReferences()
        noteAssumed()
        if !options.only.isEmpty { keepOnly() }
        warnOfStartsWithoutNeed()
        orderFindings()
        noteCreations()
        let accounts = input.accounts.sorted { $0.name < $1.name }.map { account in
            var facts = account.options
            for fact in account.facts.members { facts[fact.key] = fact.value }
            return Plan.PlannedAccount(
                name: account.name, platform: account.platform, url: account.url,
                tokenName: account.tokenName, identity: account.identity ?? "", facts: facts)
        }
        return Plan(
            project: input.project, environment: input.environment, accounts: accounts,
            files: input.files, rows: RowOrder.rows(drafts), notes: notes.map(\.text),
            unchanged: unchanged,
            refreshed: refreshed.sorted { $0.address < $1.address }, doubles: doubles)
    }

    private mutating func reportCycle(_ cycle: [Address]) {
        var labels: [Diagnostic.Label] = []
        for (index, address) in cycle.enumerated() {
            let next = cycle[(index + 1) % cycle.count]
            guard let resource = world.wanted[address] else { continue }
            let needs = resource.needs + resource.options.after
            let span = needs.first { $0.address == next }?.span ?? resource.span
            labels.append(.init(span, "`\(address)` needs `\(next)`"))
        }
        let way = (cycle + cycle.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
        report.add(
            .error(
                PlanCode.referenceCycle, "circular reference: \(way)",
                at: labels.first?.span, label: labels.first?.text ?? "",
                secondary: Array(labels.dropFirst())))
    }

    private mutating func checkAfter(_ resource: Resource) {
        for need in resource.options.after {
            let isKnown =
                world.wanted[need.address] != nil || input.recorded[need.address] != nil
                || options.excludedAddresses.contains(need.address)
            guard !isKnown else { continue }
            let nearest = Suggestion.nearest(
                to: need.address.text, among: world.wanted.keys.map(\.text).sorted())
            report.add(
                .error(
                    PlanCode.unknownReference,
                    "`after` refers to the unknown resource `\(need.address)`", at: need.span,
                    help: nearest.map { "did you mean `\($0)`?" }))
        }
    }
}

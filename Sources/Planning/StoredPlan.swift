public import Diagnostics
import Documents
public import Platforms

/// A plan with what it was made from, as far as its rows are about it: enough to make it again.
///
/// Ledger and live state are none of it: they are looked at when the plan is applied.
public struct StoredPlan: Sendable, Equatable {
    /// The plan.
    public var plan: Plan
    /// What the files want of everything that the rows touch and need.
    public var wanted: [StoredResource]
    /// What the ledger held and no file wanted, whether a row is about it or not.
    public var unwanted: [Address]
    /// What can only be referred to, by account.
    public var lookups: [String: Set<KindName>]
    /// The addresses of `--only`.
    public var only: [Address]
    /// The addresses of `--overwrite`.
    public var overwrite: [Address]
    /// The addresses of `--restart`.
    public var restart: [Address]
    /// Whether it is the plan of a `destroy`.
    public var isDestroy: Bool
    /// Where files name secrets: address, a space, and the field's path.
    public var secrets: [String]
}

extension StoredPlan {
    /// Keeps a plan with what its rows touch.
    public init(
        _ plan: Plan, of wanted: [Resource], recorded: [Address: RecordedResource],
        _ options: PlanningOptions, lookups: [String: Set<KindName>], kinds: [KindName: any Kind],
        sources: Sources,
        place: (SourceSpan) -> Place
    ) {
        let touched = Touched(plan, wanted, options).resources
        self.plan = plan
        self.wanted = touched.map { resource in
            StoredResource(
                resource, shape: kinds[resource.kind]?.shape, place: place(resource.span)
            ) { sources[$0].name }
        }
        let described = Set(wanted.map(\.address))
        unwanted = recorded.keys.filter { address in
            !described.contains(address) && !options.leavesOut(address)
        }.sorted()
        self.lookups = lookups
        only = options.only
        overwrite = options.overwrite.sorted()
        restart = options.restart.sorted()
        isDestroy = options.isDestroy
        secrets = SecretFields(self.wanted, kinds).all.map(\.name).sorted()
    }

    /// The addresses that its rows and its notes for the ledger are about.
    public var addresses: Set<Address> {
        Set(plan.rows.map(\.address)).union(plan.refreshed.map(\.address))
    }

    /// Everything that it can be about: its rows, what they need, and what no file wanted.
    public var subjects: Set<Address> {
        let needs = wanted.flatMap { [$0.address] + $0.needs + $0.after }
        return addresses.union(needs).union(unwanted).union(plan.rows.compactMap(\.was))
    }

    /// The same with what the ledger knows those to need, and with what holds them.
    public func subjects(recorded: [Address: RecordedResource]) -> Set<Address> {
        var found: Set<Address> = []
        var open = Array(subjects)
        while let address = open.popLast() {
            guard found.insert(address).inserted else { continue }
            open += [address.parent].compactMap(\.self) + (recorded[address]?.needs ?? [])
        }
        return found
    }

    /// What was decided when it was made; what else the ledger holds is left alone.
    public func options(recorded: [Address: RecordedResource]) -> PlanningOptions {
        let known = Set(wanted.map(\.address)).union(addresses).union(unwanted)
        var options = PlanningOptions()
        options.isDestroy = isDestroy
        options.only = only
        options.overwrite = Set(overwrite)
        options.restart = Set(restart)
        options.excludedAddresses = Set(recorded.keys).subtracting(known)
        return options
    }
}

/// The resources that the rows of a plan are about, with all that those need.
private struct Touched {
    let resources: [Resource]

    init(_ plan: Plan, _ wanted: [Resource], _ options: PlanningOptions) {
        let all = Dictionary(wanted.map { ($0.address, $0) }) { first, _ in first }
        var found: Set<Address> = []
        var open = plan.rows.map(\.address) + plan.refreshed.map(\.address) + options.only
        while let address = open.popLast() {
            if let parent = address.parent { open.append(parent) }
            guard let resource = all[address], found.insert(address).inserted else { continue }
            open += (resource.needs + resource.options.after).map(\.address)
        }
        resources = found.sorted().compactMap { all[$0] }
    }
}

import Diagnostics
import Documents
import Platforms

/// What names a live object: its account, its kind, and its id or natural key.
struct LiveKey: Hashable {
    let account: String
    let kind: KindName
    let value: Value

    /// Names an object by its id, whether the platform writes it as a number or as a text.
    init(_ account: String, _ kind: KindName, id: Value) {
        self.init(account, kind, value: id.scalarText.map(Value.text) ?? id)
    }

    init(_ account: String, _ kind: KindName, value: Value) {
        self.account = account
        self.kind = kind
        self.value = value
    }
}

/// The three sides of a plan, arranged so that everything in them is found at once.
struct World {
    let input: PlanningInput
    let accounts: [String: Account]
    let wanted: [Address: Resource]
    let digests: [Address: [String: String]]
    let names: NameIndex
    /// What the ledger holds, and under which address.
    let owners: [LiveKey: Address]
    private var shapes: [KindName: Shape] = [:]
    private(set) var types: [KindName: SortedType] = [:]
    private(set) var versioned: Set<KindName> = []
    private var byID: [LiveKey: ObservedResource] = [:]
    private var byNaturalKey: [LiveKey: [ObservedResource]] = [:]

    init(_ input: PlanningInput) {
        self.input = input
        accounts = Dictionary(input.accounts.map { ($0.name, $0) }) { first, _ in first }
        let resources = input.options.isDestroy ? [] : input.wanted
        wanted = Dictionary(resources.map { ($0.address, $0) }) { first, _ in first }
        digests = World.grouped(input.digests)
        var owners: [LiveKey: Address] = [:]
        for recorded in input.recorded.values {
            let address = recorded.address
            owners[LiveKey(address.account, recorded.kind, id: recorded.liveID)] = address
        }
        self.owners = owners
        var referred: Set<KindName> = []
        for (name, kind) in input.kinds {
            shapes[name] = kind.shape
            let shape = SortedShape(kind.shape)
            types[name] = .object(shape)
            referred.formUnion(shape.referred)
            if shape.hasVersions { versioned.insert(name) }
        }
        names = NameIndex(input, referred: referred)
        for object in input.observed where !isGone(object) { index(object) }
    }

    private mutating func index(_ object: ObservedResource) {
        byID[LiveKey(object.account, object.kind, id: object.liveID)] = object
        guard !object.naturalKey.isNull else { return }
        let key = LiveKey(object.account, object.kind, value: object.naturalKey)
        byNaturalKey[key, default: []].append(object)
    }

    private func isGone(_ object: ObservedResource) -> Bool {
        guard let lifecycle = input.kinds[object.kind]?.lifecycle, !lifecycle.gone.isEmpty,
            let state = object.value[lifecycle.field]?.text
        else { return false }
        return lifecycle.gone.contains(state)
    }

    private static func grouped(_ digests: [String: String]) -> [Address: [String: String]] {
        digests.reduce(into: [:]) { groups, digest in
            let parts = digest.key.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return }
            groups[Address(parts[0]), default: [:]][parts[1]] = digest.value
        }
    }
}

extension World {
    /// The live object of an id.
    func live(_ account: String, _ kind: KindName, id: Value) -> ObservedResource? {
        byID[LiveKey(account, kind, id: id)]
    }

    /// The live objects of a natural key.
    func all(_ account: String, _ kind: KindName, naturalKey: Value) -> [ObservedResource] {
        byNaturalKey[LiveKey(account, kind, value: naturalKey)] ?? []
    }

    /// The live objects of a natural key that the ledger does not hold.
    func unmanaged(_ account: String, _ kind: KindName, naturalKey: Value) -> [ObservedResource] {
        all(account, kind, naturalKey: naturalKey).filter { owner(of: $0) == nil }
    }

    /// The address under which the ledger holds an object.
    func owner(of object: ObservedResource) -> Address? {
        owners[LiveKey(object.account, object.kind, id: object.liveID)]
    }

    /// Where a field of a resource is written; the nearest written field around it if it is not.
    func span(of path: FieldPath, in resource: Resource) -> SourceSpan? {
        shapes[resource.kind]?.span(of: path, in: resource.node)
    }

    /// The sorted shape of a kind.
    func type(_ kind: KindName) -> SortedType { types[kind] ?? .any }
}

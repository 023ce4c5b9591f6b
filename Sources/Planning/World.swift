import Diagnostics
import Documents
import Platforms

/// The three sides of a plan, arranged so that everything in them is found at once.
///
/// A class, because everything that plans holds it and nothing changes it once it is made.
final class World {
    let input: PlanningInput
    let accounts: [String: Account]
    let wanted: [Address: Resource]
    let digests: [Address: [String: String]]
    let names: NameIndex
    /// What the ledger holds, and under which address; asked for only where something is missing.
    private lazy var owners = World.owners(input)
    private var shapes: [KindName: Shape] = [:]
    private(set) var types: [KindName: SortedType] = [:]
    private(set) var versioned: Set<KindName> = []
    private var renamable: Set<KindName> = []
    /// The kinds whose deletes stop objects of a kind, by that kind.
    private(set) var stopping: [KindName: Set<KindName>] = [:]
    /// What is live; of an object with two versions the one that its resource is about.
    private var objects: [ObservedResource]
    /// The places of live objects among all that was observed.
    private var byID: [LiveKey: Int] = [:]
    /// What the platform shows as gone.
    private var gone: Set<LiveKey> = []
    private lazy var byNaturalKey = naturalKeys()
    /// What the ledger holds and no document describes, by id and by natural key.
    private lazy var undocumented = undocumentedKeys()
    /// The places of the live objects that stop where an object is deleted, by that object.
    private lazy var dependents = stoppedDependents()

    init(_ input: PlanningInput) {
        self.input = input
        objects = input.observed
        accounts = Dictionary(input.accounts.map { ($0.name, $0) }) { first, _ in first }
        let resources = input.options.isDestroy ? [] : input.wanted
        wanted = Dictionary(resources.map { ($0.address, $0) }) { first, _ in first }
        digests = World.grouped(input.digests)
        var referred: Set<KindName> = []
        for (name, kind) in input.kinds {
            shapes[name] = kind.shape
            if kind.shape.hasRenames { renamable.insert(name) }
            let shape = SortedShape(kind.shape)
            types[name] = .object(shape)
            referred.formUnion(shape.referred)
            if shape.hasVersions { versioned.insert(name) }
        }
        names = NameIndex(input, referred: referred)
        for (name, kind) in input.kinds {
            for stopped in kind.stopsDependents {
                stopping[stopped.kind, default: []].insert(name)
            }
        }
        byID.reserveCapacity(input.observed.count)
        for (place, object) in input.observed.enumerated() {
            let key = LiveKey(object.account, object.kind, id: object.liveID)
            if isGone(object) { gone.insert(key) } else { byID[key] = place }
        }
        chooseVersions()
    }

    private func chooseVersions() {
        guard input.observed.contains(where: { $0.draft != nil }) else { return }
        for recorded in input.recorded.values {
            let key = LiveKey(recorded.address.account, recorded.kind, id: recorded.liveID)
            guard let place = byID[key], objects[place].draft != nil else { continue }
            let type = type(recorded.kind)
            let named = objects[place].renamed.reduce(recorded) { $0.renaming($1, type) }
            objects[place] = objects[place].version(
                of: named, type, input.kinds[recorded.kind]?.lifecycle)
        }
    }

    private static func owners(_ input: PlanningInput) -> [LiveKey: Address] {
        input.recorded.values.reduce(into: [:]) { owners, recorded in
            let address = recorded.address
            for id in recorded.orphans + [recorded.liveID] {
                owners[LiveKey(address.account, recorded.kind, id: id)] = address
            }
        }
    }

    private func naturalKeys() -> [LiveKey: [ObservedResource]] {
        input.observed.reduce(into: [:]) { keys, object in
            guard !object.naturalKey.isNull, !isGone(object) else { return }
            for name in [object.naturalKey] + object.otherNaturalKeys {
                let key = LiveKey(object.account, object.kind, value: name)
                keys[key, default: []].append(object)
            }
        }
    }

    private func undocumentedKeys() -> [LiveKey: [RecordedResource]] {
        input.recorded.values.sorted { $0.address < $1.address }.reduce(into: [:]) {
            keys, recorded in
            let (account, kind) = (recorded.address.account, recorded.kind)
            guard wanted[recorded.address] == nil else { return }
            // Also where the object is gone: whoever deleted it may have meant to stop it.
            let live = live(account, kind, id: recorded.liveID)
            let applied = input.kinds[kind]?.naturalKey(
                of: recorded.value, address: recorded.address)
            let shown =
                (live?.otherNaturalKeys ?? []) + [live?.naturalKey, applied].compactMap { $0 }
            let names = Set(shown).filter { !$0.isNull }
            for name in names {
                keys[LiveKey(account, kind, value: name), default: []].append(recorded)
            }
            keys[LiveKey(account, kind, id: recorded.liveID), default: []].append(recorded)
        }
    }

    private func stoppedDependents() -> [LiveKey: [Int]] {
        let stopping = stopping
        guard !stopping.isEmpty else { return [:] }
        var dependents: [LiveKey: [Int]] = [:]
        for (place, object) in input.observed.enumerated() where !isGone(object) {
            guard let kinds = stopping[object.kind] else { continue }
            for key in type(object.kind).references(in: object.value, to: kinds, object.account) {
                dependents[key, default: []].append(place)
            }
        }
        return dependents
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
    /// The live object of an id; of two versions the one that its resource is about.
    func live(_ account: String, _ kind: KindName, id: Value) -> ObservedResource? {
        byID[LiveKey(account, kind, id: id)].map { objects[$0] }
    }

    /// The live object of an id; of two versions the one that acts on people.
    func acting(_ account: String, _ kind: KindName, id: Value) -> ObservedResource? {
        byID[LiveKey(account, kind, id: id)].map { input.observed[$0] }
    }

    /// The live objects of a kind that the platform stops where an object is deleted.
    func dependents(of key: LiveKey, _ kind: KindName) -> [ObservedResource] {
        (dependents[key] ?? []).map { input.observed[$0] }.filter { $0.kind == kind }
    }

    /// Whether the platform itself shows an object as gone.
    func isKnownGone(_ account: String, _ kind: KindName, id: Value) -> Bool {
        gone.contains(LiveKey(account, kind, id: id))
    }

    /// The live objects of a natural key.
    func all(_ account: String, _ kind: KindName, naturalKey: Value) -> [ObservedResource] {
        byNaturalKey[LiveKey(account, kind, value: naturalKey)] ?? []
    }

    /// The live objects of a natural key that the ledger does not hold.
    func unmanaged(_ account: String, _ kind: KindName, naturalKey: Value) -> [ObservedResource] {
        all(account, kind, naturalKey: naturalKey).filter { owner(of: $0) == nil }
    }

    /// What the ledger holds without a document, by its natural key.
    func undocumented(
        _ account: String, _ kind: KindName, naturalKey: Value
    ) -> [RecordedResource] {
        undocumented[LiveKey(account, kind, value: naturalKey)] ?? []
    }

    /// What the ledger holds without a document, by its id.
    func undocumented(_ account: String, _ kind: KindName, id: Value) -> [RecordedResource] {
        undocumented[LiveKey(account, kind, id: id)] ?? []
    }

    /// The address under which the ledger holds an object.
    func owner(of object: ObservedResource) -> Address? {
        owner(of: LiveKey(object.account, object.kind, id: object.liveID))
    }

    /// The same of an id, whether its object is live or not.
    func owner(of key: LiveKey) -> Address? { owners[key] }

    /// Where a field of a resource is written; the nearest written field around it if it is not.
    func span(of path: FieldPath, in resource: Resource) -> SourceSpan? {
        shapes[resource.kind]?.span(of: path, in: resource.node)
    }

    /// What the file of a resource says that elements of its lists were called.
    func renames(in resource: Resource) -> [Rename] {
        guard renamable.contains(resource.kind) else { return [] }
        return shapes[resource.kind].map { resource.renames($0) } ?? []
    }

    /// The sorted shape of a kind.
    func type(_ kind: KindName) -> SortedType { types[kind] ?? .any }
}

import Documents
import Planning
import Platforms

/// What stands still on the accounts of a project, with what waits for it.
struct LiveStatus: Showable {
    /// One object in trouble.
    struct Entry {
        let account: String
        let kind: KindName
        let liveID: Value
        /// What the ledger calls it; nil where it is not managed.
        let address: Address?
        /// The name that people see.
        let name: String
        let trouble: Trouble
        /// What refers to it: addresses, or names where it is not managed.
        let dependents: [String]

        /// The address, or the kind with the id.
        var object: String { address?.text ?? "\(kind) \(liveID.scalarText ?? "")" }
    }

    /// The worst first.
    let entries: [Entry]

    /// Looks at everything that was seen.
    init(
        _ observed: [ObservedResource], recorded: [Address: RecordedResource], now: String,
        kinds: [KindName: any Kind] = Workspace.kinds
    ) {
        let addresses = Dictionary(
            recorded.map { (LiveKey($0.key.account, $0.value.kind, id: $0.value.liveID), $0.key) }
        ) { first, _ in first }
        func name(of object: ObservedResource) -> String {
            kinds[object.kind]?.objectName(in: object.value) ?? object.liveID.scalarText ?? ""
        }
        let dependents = Self.dependents(observed, kinds) { object in
            addresses[LiveKey(object)]?.text ?? "\(object.kind) \(name(of: object))"
        }
        entries = observed.compactMap { object in
            guard let trouble = kinds[object.kind]?.trouble(of: object, now: now) else {
                return nil
            }
            let key = LiveKey(object)
            return Entry(
                account: object.account, kind: object.kind, liveID: object.liveID,
                address: addresses[key], name: name(of: object), trouble: trouble,
                dependents: (dependents[key] ?? []).sorted())
        }.sorted { ($0.trouble.degree, $0.object) < ($1.trouble.degree, $1.object) }
    }

    /// What refers to each object, by the object.
    private static func dependents(
        _ observed: [ObservedResource], _ kinds: [KindName: any Kind],
        name: (ObservedResource) -> String
    ) -> [LiveKey: Set<String>] {
        let types = kinds.mapValues { SortedType.object(SortedShape($0.shape)) }
        var found: [LiveKey: Set<String>] = [:]
        for object in observed {
            let name = name(object)
            _ = types[object.kind]?.replacingReferences(in: object.value) { kind, _, id in
                let isChild = kinds[object.kind]?.parent == kind
                if !isChild {
                    found[LiveKey(object.account, kind, id: id), default: []].insert(name)
                }
                return nil
            }
        }
        return found
    }

    /// A table; a sentence where nothing stands still.
    func text(_ style: TextStyle) -> String {
        guard !entries.isEmpty else { return "nothing is failed, unhealthy or paused\n" }
        return table.text(style)
    }

    /// A list of objects.
    var json: Value {
        .list(
            entries.map { entry in
                [
                    "degree": .text(entry.trouble.degree.rawValue),
                    "state": .text(entry.trouble.words),
                    "account": .text(entry.account), "kind": .text(entry.kind.description),
                    "id": entry.liveID, "address": entry.address.map { .text($0.text) } ?? .null,
                    "name": .text(entry.name),
                    "waiting": .list(entry.dependents.map { .text($0) }),
                ]
            })
    }

    private var table: Table {
        let rows = entries.map { entry in
            [
                entry.trouble.words, entry.object, entry.name,
                entry.dependents.joined(separator: ", "),
            ]
        }
        return Table(["state", "object", "name", "waits for it"], rows: rows)
    }
}

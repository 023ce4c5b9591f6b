import Documents
import Platforms

/// What live objects are called: by the address that a document or the ledger gives them, else by
/// the name that the platform shows.
struct LiveNames {
    private let world: World
    /// What the files describe, by the id of its object.
    private let described: [LiveKey: Address]

    /// Takes the addresses of the files, each with the id of its object.
    init(_ world: World, _ outcomes: [Address: Outcome] = [:]) {
        self.world = world
        described = outcomes.reduce(into: [:]) { described, outcome in
            guard let kind = world.wanted[outcome.key]?.kind, let id = outcome.value.liveID,
                !id.isLater
            else { return }
            described[LiveKey(outcome.key.account, kind, id: id)] = outcome.key
        }
    }

    /// The names of all ids in some values of a type.
    func names(in values: [Value], _ type: SortedType, _ account: String) -> ReferenceNames {
        var names = ReferenceNames()
        let isReferring = values.contains(where: \.holdsSlot)
        for value in values {
            _ = type.replacingReferences(in: value) { kind, plain, id in
                guard let text = id.scalarText else { return nil }
                let isPlain = plain != .liveID && !isReferring
                if let name = name(id, kind, account, isPlain: isPlain) {
                    names.add(name, for: text, of: kind)
                }
                return nil
            }
        }
        return names
    }

    /// What an id stands for, as a file would write it; nil where nobody knows.
    private func name(
        _ id: Value, _ kind: KindName, _ account: String, isPlain: Bool
    ) -> Value? {
        let key = LiveKey(account, kind, id: id)
        if let address = described[key] ?? world.owner(of: key) {
            return .captured(Slot(address.text))
        }
        guard let text = id.scalarText, let group = world.names.group(account, kind),
            let name = group.name(ofID: text)
        else { return nil }
        return isPlain ? .text(name) : .captured(Slot("\(account)/\(kind.type)/\(name)"))
    }
}

extension PlanBuilder {
    /// Gives every row the names of what its fields refer to by a live id.
    mutating func nameReferences() {
        let names = LiveNames(world, outcomes)
        for index in drafts.indices {
            let row = drafts[index].row
            var all = ReferenceNames()
            for field in row.fields {
                let values = [field.before, field.after, field.recorded, field.kept]
                all.add(names.names(in: values, at: field.path, row.kind, row.address))
            }
            for field in row.blockedBy {
                let values = [field.written, field.returned]
                all.add(names.names(in: values, at: field.path, row.kind, row.address))
            }
            drafts[index].row.names = all
        }
    }
}

extension LiveNames {
    /// The names of all ids in what a field of a resource may hold.
    func names(
        in values: [Value?], at path: FieldPath, _ kind: KindName, _ address: Address
    ) -> ReferenceNames {
        let type = world.type(kind).type(at: path.parts[...])
        return names(in: values.compactMap { $0 }, type, address.account)
    }

    /// A field of a resource in words, ids by their names.
    func words(_ value: Value?, at path: FieldPath, _ kind: KindName, _ address: Address) -> String
    {
        guard let value, !value.isNull else { return "nothing" }
        let names = names(in: [value], at: path, kind, address)
        let named = names.naming(value, world.type(kind).type(at: path.parts[...]))
        let text =
            named.holdsSlot || named.holdsSecret
            ? ValueText.show(named, type: .any) : named.encoded.canonicalJSON
        return "`\(text)`"
    }
}

extension Value {
    /// Whether it refers to a resource by its address.
    fileprivate var holdsSlot: Bool {
        switch self {
        case .captured: true
        case .joined(let parts), .list(let parts): parts.contains(where: \.holdsSlot)
        case .object(let object): object.contains { $0.value.holdsSlot }
        default: false
        }
    }
}

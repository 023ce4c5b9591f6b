public import Documents

/// Walks the fields that an author wrote through what a platform shows: the one walk of all that
/// records what came back.
public struct ManagedFields: Sendable {
    /// The fields that were written, as the platform shows them; as written where it never shows
    /// them.
    public private(set) var returned: Value = .null
    /// The fields that were written and that the platform never shows.
    public private(set) var unseen: [FieldPath] = []
    /// Where the platform shows something that means another thing.
    public private(set) var keptOtherwise: [KeptField] = []

    /// Whether the lifecycle field is taken from the platform; else it stays as it was written.
    private let showsLifecycle: Bool

    /// Looks for what was written in what a platform shows.
    public init(
        of written: Value, in live: Value, _ type: SortedType, showsLifecycle: Bool = false
    ) {
        self.showsLifecycle = showsLifecycle
        returned = look(for: written, in: live, type, .none, at: []) ?? .object([:])
    }

    private mutating func look(
        for written: Value, in live: Value?, _ type: SortedType, _ rules: Rules, at path: [String]
    ) -> Value? {
        if rules.isSecret || rules.isWriteOnly || written.isSecretLeaf {
            if rules.isWriteOnly, !written.isNull { unseen.append(FieldPath(path)) }
            return written
        }
        if rules.isLifecycle { return showsLifecycle ? live : written }
        switch (written, live) {
        case (.object(let written), .object(let live)?):
            return .object(members(written, live, type, at: path))
        case (.list(let written), .list(let live)?):
            if case .object = type.element.type {
                return .list(elements(written, live, type, at: path))
            }
        default: break
        }
        compare(written, live, type, rules, at: path)
        if live == nil, written.isNull || rules.defaultValue == written { return written }
        // What stands live where a secret was written may be the secret.
        return written.holdsSecret ? written : live
    }

    private mutating func members(
        _ written: Object, _ live: Object, _ type: SortedType, at path: [String]
    ) -> Object {
        var kept: [Object.Member] = []
        var cursor = 0
        for member in written.members {
            let field = type.member(member.key)
            let part = look(
                for: member.value, in: live.members.next(member.key, &cursor), field.type,
                field.rules, at: path + [member.key])
            if let part { kept.append(Object.Member(member.key, part)) }
        }
        return Object(members: kept)
    }

    /// The elements in the order in which they were written; what nobody wrote comes last.
    private mutating func elements(
        _ written: [Value], _ live: [Value], _ type: SortedType, at path: [String]
    ) -> [Value] {
        let (inner, key) = type.element
        guard let key else {
            let pairs = written.enumerated().compactMap { place, element in
                look(
                    for: element, in: place < live.count ? live[place] : nil, inner, .none,
                    at: path + [String(place)])
            }
            return pairs + live.dropFirst(written.count)
        }
        var twins = KeyedElements(live, key: key)
        let kept = written.enumerated().compactMap { position, element -> Value? in
            let name = element[key]?.scalarText
            return look(
                for: element, in: twins.take(name, near: position), inner, .none,
                at: path + [name ?? String(position)])
        }
        return kept + twins.untaken.map(\.value)
    }

    private mutating func compare(
        _ written: Value, _ live: Value?, _ type: SortedType, _ rules: Rules, at path: [String]
    ) {
        // A reference written as a name comes back as the id of the object so called.
        if case .reference(_, let plain) = type, plain != .liveID, live != nil { return }
        guard !Sameness.spelling.holds(written, live, type, rules) else { return }
        let shown = written.holdsSecret ? nil : live
        keptOtherwise.append(
            KeptField(path: FieldPath(path), written: written, returned: shown))
    }
}

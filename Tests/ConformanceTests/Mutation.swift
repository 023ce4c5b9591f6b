import Documents
import Platforms

/// One authored field with another value, and what a plan must say about it.
struct Mutation: Sendable {
    /// The document with the field changed.
    var document: Document
    /// What a plan must name, each place with the field of the shape that it belongs to.
    var changes: [Difference]
    /// The rules of the field and of all it lies below.
    var rules: [Rules]

    /// The name of the resource whose row it is: the document's, or that of a child in it.
    var owner: String
    /// The kind of the child, where it is one.
    var childKind: (any Kind)?
    /// The value that was put in.
    var value: Value
    /// The places, as a plan names them.
    var paths: Set<FieldPath>
    /// Whether the field starts or stops the object.
    var isLifecycle: Bool { rules.contains(where: \.isLifecycle) }

    /// Every authored field of a document, changed alone.
    static func all(of document: Document, kind: any Kind, subject: Subject) -> [Mutation] {
        var found: [Mutation] = []
        let walker = Walker(kind: kind, subject: subject, document: document) { place, rules, new in
            var changed = document
            changed.value = document.value.setting(new, at: place.steps[...])
            var changes = Difference.between(document.value, changed.value, kind.shape)
            if let other = subject.entry(subject.following, document, place) {
                changes.append(Difference(path: FieldPath([other]), field: place.field))
            }
            found.append(
                Mutation(
                    document: changed, changes: changes, rules: rules, value: new, in: subject))
        }
        walker.walk(document.value, kind.shape, Place(), [])
        return found
    }

    private init(
        document: Document, changes: [Difference], rules: [Rules], value: Value,
        in subject: Subject
    ) {
        self.document = document
        self.value = value
        self.changes = changes
        self.rules = rules
        owner = document.name
        paths = Set(changes.map(\.path))
        guard let parts = changes.first?.path.parts, parts.count > 2,
            let child = subject.childKind(document, parts[0])
        else { return }
        childKind = child
        owner += "/\(child.name.type)/\(parts[1])"
        paths = Set(changes.map { FieldPath(Array($0.path.parts.dropFirst(2))) })
    }

    /// What the object must go through so that the platform has the changed field.
    func action(_ kind: any Kind) -> Action? {
        if isLifecycle, let lifecycle = childKind?.lifecycle {
            let state = value.text ?? value.canonicalJSON
            return lifecycle.transitions.first { $0.to == state }?.action
        }
        let states = kind.lifecycle.map { lifecycle in
            let written = document.value[lifecycle.field].map { $0.text ?? $0.canonicalJSON }
            return (lifecycle, written ?? lifecycle.initial)
        }
        if isLifecycle {
            return states.flatMap { lifecycle, state in
                lifecycle.transitions.first { $0.to == state }?.action
            }
        }
        if rules.contains(where: \.isImmutable) { return .replace }
        if owner != document.name { return .update }
        let isRunning = states.map { $0.running.contains($1) } ?? false
        return isRunning && rules.contains { $0.onRunning == .newVersion } ? .newVersion : .update
    }
}

/// Visits the authored fields of a document, each with another value that is right too.
private struct Walker {
    let kind: any Kind
    let subject: Subject
    let document: Document
    let found: (Place, [Rules], Value) -> Void

    func walk(_ value: Value, _ shape: Shape, _ place: Place, _ rules: [Rules], key: String? = nil)
    {
        for field in shape.fields(in: value) {
            guard let old = value[field.name] else { continue }
            if field.name == shape.tag, !isNamed(place.inside(field, of: value, shape)) { continue }
            visit(
                old, field, place.inside(field, of: value, shape), rules + [field.rules],
                isKey: field.name == key)
        }
        for member in value.object ?? [:] where shape.keepsRest && shape.field(member.key) == nil {
            found(place.inside(member.key), rules, member.value.other)
        }
    }

    /// Whether a table has another value for a place: a tag has no other word by itself.
    private func isNamed(_ place: Place) -> Bool {
        subject.entry(subject.alternatives, document, place) != nil
    }

    private func visit(
        _ old: Value, _ field: Field, _ place: Place, _ rules: [Rules], isKey: Bool
    ) {
        guard subject.entry(subject.exempt, document, place) == nil else { return }
        let isNamedElsewhere = isKey && document.value.count(of: old) > 1
        if isNamedElsewhere, subject.alternatives["\(document.name) \(place.path)"] == nil {
            return
        }
        if let other = subject.entry(subject.alternatives, document, place) {
            return found(place, rules, other)
        }
        switch field.type {
        case .list(.object(let shape), let key?):
            for (index, element) in (old.list ?? []).enumerated() {
                guard let name = element[key]?.text else { continue }
                walk(element, shape, place.element(index, name), rules, key: key)
            }
        case .object(let shape): walk(old, shape, place, rules)
        case .map, .any: free(old, place, rules)
        case .word(let words): word(old, words, field, place, rules)
        case .duration: found(place, rules, "30h")
        default: found(place, rules, old.other)
        }
    }

    /// The members of a map, however deep; each may have a value of its own in the tables.
    private func free(_ old: Value, _ place: Place, _ rules: [Rules]) {
        if let other = subject.entry(subject.alternatives, document, place) {
            return found(place, rules, other)
        }
        guard let members = old.object else { return found(place, rules, old.other) }
        for member in members {
            let inner = place.inside(member.key)
            guard subject.entry(subject.exempt, document, inner) == nil else { continue }
            free(member.value, inner, rules)
        }
    }

    /// Another word; the next one for a lifecycle, none for the word that other fields depend on.
    private func word(
        _ old: Value, _ words: [String], _ field: Field, _ place: Place, _ rules: [Rules]
    ) {
        let next = kind.lifecycle?.transitions.first { $0.from.contains(old.text ?? "") }?.to
        let other = field.rules.isLifecycle ? next : words.first { .text($0) != old }
        guard let other else { return }
        found(place, rules, .text(other))
    }
}

extension Value {
    /// Another value of the same kind.
    fileprivate var other: Value {
        switch self {
        case .text(let text): .text(text + " changed")
        case .bool(let bool): .bool(!bool)
        case .int(let int): .int(int + 1)
        case .double(let double): .double(double + 1)
        case .list(let list): .list(list + list.suffix(1))
        default: "changed"
        }
    }

    /// How often a value stands anywhere in this one.
    fileprivate func count(of other: Value) -> Int {
        switch self {
        case .object(let object): object.reduce(0) { $0 + $1.value.count(of: other) }
        case .list(let list): list.reduce(0) { $0 + $1.count(of: other) }
        default: self == other ? 1 : 0
        }
    }

    /// This value with another one at a place.
    fileprivate func setting(_ value: Value, at steps: ArraySlice<Place.Step>) -> Value {
        guard let step = steps.first else { return value }
        switch (step, self) {
        case (.member(let name), .object(var object)):
            object[name] = (object[name] ?? .null).setting(value, at: steps.dropFirst())
            return .object(object)
        case (.element(let index), .list(var list)):
            list[index] = list[index].setting(value, at: steps.dropFirst())
            return .list(list)
        default:
            return self
        }
    }
}

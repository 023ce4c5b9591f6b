import Documents
import Platforms

/// Where a value stands: in a document, in a plan, and in the shape of its kind.
struct Place: Sendable {
    /// One way further into a document.
    enum Step: Sendable {
        case member(String)
        case element(Int)
    }

    /// The way into the document.
    var steps: [Step] = []
    /// The names that a plan uses, list elements by their key.
    var path = FieldPath([])
    /// The field, `steps[delay].delay_until.kind`; in brackets the word that it depends on.
    var field = ""

    /// The place of a field of an object that stands here.
    func inside(_ field: Field, of value: Value, _ shape: Shape) -> Place {
        var place = inside(field.name)
        place.field = field.name(in: self.field, word: shape.tag.flatMap { value[$0]?.text })
        return place
    }

    /// The place of a member that no shape names.
    func inside(_ member: String) -> Place {
        Place(
            steps: steps + [.member(member)], path: path.appending(member), field: field)
    }

    /// The place of an element of a list that stands here.
    func element(_ index: Int, _ key: String) -> Place {
        Place(steps: steps + [.element(index)], path: path.appending(key), field: field)
    }
}

/// A place at which two documents differ, and the field of the shape that it belongs to.
struct Difference: Sendable, Hashable {
    var path: FieldPath
    var field: String

    /// Everything that one document says otherwise than another, elements told apart by key.
    static func between(_ old: Value, _ new: Value, _ shape: Shape) -> [Difference] {
        between(old, new, .object(shape), Place())
    }

    private static func between(
        _ old: Value?, _ new: Value?, _ type: FieldType, _ place: Place
    ) -> [Difference] {
        guard old != new else { return [] }
        switch (type, old, new) {
        case (.object(let shape), .object(let before)?, .object(let after)?):
            return members(before, after, shape, place)
        case (.list(.object(let shape), let key?), .list(let before)?, .list(let after)?):
            return elements(before, after, shape, key, place)
        case (.map, .object(let before)?, .object(let after)?),
            (.any, .object(let before)?, .object(let after)?):
            return after.flatMap {
                between(before[$0.key], $0.value, .any, place.inside($0.key))
            }
        default: return [Difference(path: place.path, field: place.field)]
        }
    }

    private static func members(
        _ old: Object, _ new: Object, _ shape: Shape, _ place: Place
    ) -> [Difference] {
        new.flatMap { member in
            let field = shape.fields(in: .object(new)).first { $0.name == member.key }
            let inside = field.map { place.inside($0, of: .object(new), shape) }
            return between(
                old[member.key], member.value, field?.type ?? .any,
                inside ?? place.inside(member.key))
        }
    }

    /// Elements of one key are compared; others are there on one side only, as a whole.
    private static func elements(
        _ old: [Value], _ new: [Value], _ shape: Shape, _ key: String, _ place: Place
    ) -> [Difference] {
        let field = Field(name: key, type: .text, rules: .none, summary: "")
        let keyed = shape.field(key) ?? field
        return (new + old).flatMap { element -> [Difference] in
            let inside = place.element(0, element[key]?.text ?? "")
            let before = old.first { $0[key] == element[key] }
            let after = new.first { $0[key] == element[key] }
            if let before, let after {
                return element == after
                    ? between(before, after, .object(shape), inside) : []
            }
            let name = inside.inside(keyed, of: element, shape).field
            return [Difference(path: inside.path, field: name)]
        }
    }
}

extension Shape {
    /// The fields that exist in a value, by the word of its tag.
    func fields(in value: Value) -> [Field] {
        let word = tag.flatMap { value[$0]?.text }
        return fields.filter { field in
            field.rules.only.isEmpty || word.map(field.rules.only.contains) ?? true
        }
    }

    /// Every field that a file can write, once for each word that it depends on.
    func authoredFields(in outer: String = "") -> [String] {
        fields.filter { !$0.rules.isReadOnly }.flatMap { field -> [String] in
            let words: [String?] = field.rules.only.isEmpty ? [nil] : field.rules.only
            return words.map { field.name(in: outer, word: $0) }.flatMap { name in
                field.type.shape.map { $0.authoredFields(in: name) } ?? [name]
            }
        }
    }
}

extension Field {
    /// The name of the field within another one: `steps.slug`, `steps[delay].delay`.
    func name(in outer: String, word: String?) -> String {
        let word = rules.only.isEmpty ? nil : word
        return outer + (word.map { "[\($0)]" } ?? "") + (outer.isEmpty ? "" : ".") + name
    }
}

extension FieldType {
    /// The fields of an object, or of the elements of a list.
    fileprivate var shape: Shape? {
        switch self {
        case .object(let shape), .list(.object(let shape), .some): shape
        default: nil
        }
    }
}

import Documents
import Platforms

/// One authored field with another value, and what a plan must say about it.
struct Mutation: Sendable {
    /// The document with the field changed.
    var document: Document
    /// The field, as a plan names it.
    var path: FieldPath
    /// The rules of the field and of all it lies below.
    var rules: [Rules]

    /// Every authored field of a document, changed alone.
    static func all(of document: Document, kind: any Kind, subject: Subject) -> [Mutation] {
        var found: [Mutation] = []
        let walker = Walker(kind: kind, subject: subject) { path, place, rules, value in
            var changed = document
            changed.value = document.value.setting(value, at: place[...])
            found.append(Mutation(document: changed, path: path, rules: rules))
        }
        walker.walk(document.value, kind.shape, FieldPath([]), [], [])
        return found
    }

    /// Where a value stands in a document: member names and positions.
    enum Step: Sendable {
        case member(String)
        case element(Int)
    }

    private struct Walker {
        let kind: any Kind
        let subject: Subject
        let found: (FieldPath, [Step], [Rules], Value) -> Void

        func walk(
            _ value: Value, _ shape: Shape, _ path: FieldPath, _ place: [Step], _ rules: [Rules]
        ) {
            for field in shape.fields {
                guard let old = value[field.name] else { continue }
                visit(
                    old, field, path.appending(field.name), place + [.member(field.name)],
                    rules + [field.rules])
            }
        }

        private func visit(
            _ old: Value, _ field: Field, _ path: FieldPath, _ place: [Step], _ rules: [Rules]
        ) {
            let name = "\(kind.name) \(path)"
            let general = "\(kind.name) \(path.parts.first ?? "").\(path.parts.last ?? "")"
            guard subject.exempt[name] == nil, subject.exempt[general] == nil else { return }
            if let alternative = subject.alternatives[name] {
                return found(path, place, rules, alternative)
            }
            switch field.type {
            case .list(.object(let shape), let key?):
                for (index, element) in (old.list ?? []).enumerated() {
                    guard let id = element[key]?.text else { continue }
                    walk(element, shape, path.appending(id), place + [.element(index)], rules)
                }
            case .object(let shape):
                walk(old, shape, path, place, rules)
            case .map, .any:
                for member in old.object ?? [:] {
                    found(
                        path.appending(member.key), place + [.member(member.key)], rules,
                        member.value.other)
                }
            case .word(let words):
                guard let word = words.first(where: { .text($0) != old }) else { return }
                if !field.rules.isLifecycle, !isTag(field) {
                    found(path, place, rules, .text(word))
                }
            case .duration:
                found(path, place, rules, "30h")
            default:
                found(path, place, rules, old.other)
            }
        }

        private func isTag(_ field: Field) -> Bool { field.name == "type_hint" }
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

    /// This value with another one at a place.
    fileprivate func setting(_ value: Value, at place: ArraySlice<Mutation.Step>) -> Value {
        guard let step = place.first else { return value }
        switch (step, self) {
        case (.member(let name), .object(var object)):
            object[name] = (object[name] ?? .null).setting(value, at: place.dropFirst())
            return .object(object)
        case (.element(let index), .list(var list)):
            list[index] = list[index].setting(value, at: place.dropFirst())
            return .list(list)
        default:
            return self
        }
    }
}

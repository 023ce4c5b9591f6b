import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// What `{{ … }}` and the fields of conditions may name: `lead`, `trigger`, `inputs`, `steps`.
    struct Scope: Sendable {
        /// The values by their roots.
        var roots: Object

        /// The value at a path such as `steps.enrich.output.company`; null where there is none.
        func value(at path: String) -> Value {
            path.trimmed.split(separator: ".").reduce(.object(roots)) { value, part in
                if let list = value.list {
                    guard let index = Int(part), list.indices.contains(index) else { return .null }
                    return list[index]
                }
                return value[String(part)] ?? .null
            }
        }

        /// A value in which every `{{ … }}` is replaced, in objects and lists too.
        ///
        /// A text that is one expression becomes its value; one among other text becomes text.
        func evaluated(_ value: Value) -> Value {
            switch value {
            case .text(let text): evaluated(text)
            case .list(let list): .list(list.map(evaluated))
            case .object(let object):
                .object(
                    Object(members: object.members.map { .init($0.key, evaluated($0.value)) }))
            default: value
            }
        }

        private func evaluated(_ text: String) -> Value {
            var written = ""
            var rest = Substring(text)
            while let open = rest.firstRange(of: "{{"),
                let close = rest[open.upperBound...].firstRange(of: "}}")
            {
                let value = value(at: String(rest[open.upperBound..<close.lowerBound]))
                let isAlone =
                    open.lowerBound == text.startIndex
                    && close.upperBound == text.endIndex
                if isAlone { return value }
                written += rest[..<open.lowerBound]
                written += value.isNull ? "" : value.text ?? value.canonicalJSON
                rest = rest[close.upperBound...]
            }
            return .text(written + rest)
        }
    }
}

extension String {
    /// The text without spaces at its ends.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}

import Documents

/// What a service makes of the texts and values that it is sent.
enum Normalization: String, CaseIterable, Sendable {
    case trims, lowercases, numbersToTexts, dropsEmpties, sorts

    private static let free: Set<String> = ["description", "config", "instructions", "message"]

    /// The body as the service keeps it; only what is free text or free data is touched.
    func body(_ value: Value) -> Value {
        switch value {
        case .object(let object):
            let members = object.map { member in
                Object.Member(
                    member.key,
                    Normalization.free.contains(member.key)
                        ? kept(member.value, isText: member.key != "config") : body(member.value))
            }
            return .object(Object(members: members.filter { !isDropped($0) }))
        case .list(let list): return .list(list.map { body($0) })
        default: return value
        }
    }

    private func isDropped(_ member: Object.Member) -> Bool {
        self == .dropsEmpties && member.key == "description" && member.value == ""
    }

    private func kept(_ value: Value, isText: Bool) -> Value {
        switch (self, value) {
        case (.trims, .text(let text)) where isText:
            .text(
                String(
                    text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
                        .reversed()))
        case (.lowercases, .text(let text)) where isText: .text(text.lowercased())
        case (.numbersToTexts, .int(let number)): .text("\(number)")
        case (.sorts, .list(let list)):
            .list(list.sorted { $0.canonicalJSON < $1.canonicalJSON })
        case (_, .list(let list)): .list(list.map { kept($0, isText: isText) })
        case (_, .object(let object)):
            .object(
                Object(members: object.map { .init($0.key, kept($0.value, isText: isText)) }))
        default: value
        }
    }
}

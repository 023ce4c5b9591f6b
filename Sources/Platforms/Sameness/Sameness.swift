public import Documents

/// When two canonical values are the same: the two relations that everything compares by.
///
/// *Exact* is what an author means: byte for byte, so that an edit of a space is an edit.
/// *Spelling* is what a service may make of a value without meaning another thing: white space at
/// the ends of texts, line breaks, Unicode forms, numbers as texts, the order of what is
/// unordered. In both null, missing and the platform's default are the same, numbers compare as
/// numbers, and a secret on the left is the same as anything that is there.
public struct Sameness: Sendable {
    private let isExact: Bool
    /// Whether members that only the right side has are a difference.
    private let isWhole: Bool

    /// Byte for byte, the left one as far as it says something.
    public static let exact = Sameness(isExact: true, isWhole: false)
    /// Byte for byte, and both say the same.
    public static let wholeExact = Sameness(isExact: true, isWhole: true)
    /// The same meaning, the left one as far as it says something.
    public static let spelling = Sameness(isExact: false, isWhole: false)

    /// Whether two values are the same.
    public func holds(
        _ left: Value?, _ right: Value?, _ type: SortedType = .any, _ rules: Rules = .none
    ) -> Bool {
        let one = Self.effective(left, rules)
        let other = Self.effective(right, rules)
        if isExact ? one.isIdentical(to: other) : one == other { return true }
        if one.isSecretLeaf { return !other.isNull }
        switch (one, other) {
        case (.object(let one), .object(let other)): return objects(one, other, type)
        case (.list(let one), .list(let other)): return lists(one, other, type, rules)
        default: return scalars(one, other, type)
        }
    }

    private static func effective(_ value: Value?, _ rules: Rules) -> Value {
        guard let value, !value.isNull else { return rules.defaultValue ?? .null }
        return value
    }

    private func scalars(_ left: Value, _ right: Value, _ type: SortedType) -> Bool {
        if let one = left.number, let other = right.number {
            if case .int = left, case .int = right { return false }
            return one == other
        }
        if case .reference = type { return left.scalarText == right.scalarText && !left.isLater }
        guard !isExact, let one = left.spelledText, let other = right.spelledText else {
            return false
        }
        return one == other
    }

    private func objects(_ left: Object, _ right: Object, _ type: SortedType) -> Bool {
        var cursor = 0
        let holdsLeft = left.members.allSatisfy { member in
            let field = type.member(member.key)
            let other = right.members.next(member.key, &cursor)
            return holds(member.value, other, field.type, field.rules)
        }
        guard holdsLeft, isWhole else { return holdsLeft }
        return right.members.allSatisfy { member in
            if left[member.key] != nil { return true }
            let field = type.member(member.key)
            return holds(nil, member.value, field.type, field.rules)
        }
    }

    private func lists(
        _ left: [Value], _ right: [Value], _ type: SortedType, _ rules: Rules
    ) -> Bool {
        guard left.count == right.count else { return false }
        let (inner, key) = type.element
        if rules.isUnordered { return counts(left, inner) == counts(right, inner) }
        guard let key else { return zip(left, right).allSatisfy { holds($0, $1, inner) } }
        var elements = KeyedElements(right, key: key)
        return left.enumerated().allSatisfy { position, element in
            holds(element, elements.take(element[key]?.scalarText, near: position), inner)
        }
    }

    /// How often each value occurs; an id is the same as a number and as a text.
    private func counts(_ values: [Value], _ type: SortedType) -> [Value: Int] {
        values.reduce(into: [:]) { counts, value in
            let id = type.isReference && !value.isLater ? value.scalarText : nil
            let spelled = isExact ? nil : value.spelledText
            counts[(id ?? spelled).map(Value.text) ?? value, default: 0] += 1
        }
    }
}

extension Value {
    /// The text that all spellings of a scalar share: trimmed, its line breaks as `\n`; of a number
    /// its shortest form. Nil for what has no spellings.
    fileprivate var spelledText: String? {
        switch self {
        case .text(let text): text.spelled
        case .int(let int): String(int)
        case .double(let double): double == double.rounded() ? nil : "\(double)"
        default: nil
        }
    }
}

extension String {
    /// Without white space at the ends, every line break a `\n`.
    fileprivate var spelled: String {
        let trimmed = self.drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        let text = trimmed[...last]
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return String(text) }
        // `\r\n` is one character.
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }
}

extension Value {
    /// Whether two values are the same byte for byte; `==` takes two Unicode forms of a text for
    /// the same.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.text(let one), .text(let other)): one.isIdentical(to: other)
        case (.list(let one), .list(let other)): Value.areIdentical(one, other)
        case (.joined(let one), .joined(let other)): Value.areIdentical(one, other)
        case (.object(let one), .object(let other)): one.isIdentical(to: other)
        default: self == other
        }
    }

    private static func areIdentical(_ one: [Value], _ other: [Value]) -> Bool {
        one.count == other.count && one.indices.allSatisfy { one[$0].isIdentical(to: other[$0]) }
    }
}

extension Object {
    fileprivate func isIdentical(to other: Object) -> Bool {
        guard count == other.count else { return false }
        return members.indices.allSatisfy { place in
            members[place].key.isIdentical(to: other.members[place].key)
                && members[place].value.isIdentical(to: other.members[place].value)
        }
    }
}

extension String {
    /// Whether two texts have the same bytes.
    public func isIdentical(to other: String) -> Bool {
        utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
    }
}

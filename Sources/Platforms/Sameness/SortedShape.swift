import Documents

/// A kind's fields sorted by name, so that they are compared with an object in one walk.
public struct SortedShape: Sendable {
    /// One field; a class, because fields are handed around far more often than made.
    public final class Member: Sendable {
        let name: String
        /// What it holds.
        public let type: SortedType
        /// What holds for it beyond its type.
        public let rules: Rules

        init(name: String, type: SortedType, rules: Rules) {
            self.name = name
            self.type = type
            self.rules = rules
        }

        /// What a field is that the shape does not name.
        public static let free = Member(name: "", type: .any, rules: .none)
    }

    /// The fields in the order of their names.
    let members: [Member]
    /// The field whose word decides which fields with `Rules.only` exist.
    public let tag: String?

    /// Sorts the fields of a shape.
    public init(_ shape: Shape) {
        tag = shape.tag
        members = shape.fields
            .map { Member(name: $0.name, type: SortedType($0.type), rules: $0.rules) }
            .sorted { $0.name < $1.name }
    }

    /// The field of a name.
    public func member(_ name: String) -> Member? {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low].name == name ? members[low] : nil
    }

    /// The kinds that its fields refer to.
    public var referred: Set<KindName> {
        members.reduce(into: []) { $0.formUnion($1.type.referred) }
    }

    /// Whether changing some field of a running object makes a new version of it.
    public var hasVersions: Bool { members.contains { $0.rules.onRunning == .newVersion } }
}

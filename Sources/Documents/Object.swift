/// The members of a JSON object, kept in the order of their keys so that two compare in one walk.
public struct Object: Hashable, Sendable {
    /// A key and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let key: String
        /// What it holds.
        public var value: Value

        /// Pairs a name with a value.
        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// The members, sorted by key, each key once.
    public private(set) var members: [Member]

    /// An object without members.
    public init() { members = [] }

    /// Sorts members; a repeated key keeps its last value.
    public init(_ pairs: some Sequence<(String, Value)>) {
        self.init(members: pairs.map { Member($0.0, $0.1) })
    }

    /// Sorts members; a repeated key keeps its last value.
    public init(members: [Member]) {
        var isSorted = true
        for index in members.indices.dropFirst() where members[index - 1].key >= members[index].key
        {
            isSorted = false
            break
        }
        self.members = isSorted ? members : Object.sorted(members)
    }

    private static func sorted(_ members: [Member]) -> [Member] {
        guard members.count <= 24 else { return sortedAsMany(members) }
        var kept: [Member] = []
        kept.reserveCapacity(members.count)
        for member in members {
            var place = kept.count
            while place > 0, member.key < kept[place - 1].key { place -= 1 }
            if place > 0, kept[place - 1].key == member.key {
                kept[place - 1] = member
            } else {
                kept.insert(member, at: place)
            }
        }
        return kept
    }

    private static func sortedAsMany(_ members: [Member]) -> [Member] {
        let order = members.enumerated().sorted {
            ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
        }
        var kept: [Member] = []
        kept.reserveCapacity(order.count)
        for (_, member) in order {
            if kept.last?.key == member.key { kept.removeLast() }
            kept.append(member)
        }
        return kept
    }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }
    /// How many members there are.
    public var count: Int { members.count }
    /// The keys in order.
    public var keys: [String] { members.map(\.key) }

    /// The value of a key; setting nil removes the member.
    public subscript(_ key: String) -> Value? {
        get {
            let place = place(of: key)
            guard place.found else { return nil }
            return members[place.index].value
        }
        set {
            let place = place(of: key)
            switch (place.found, newValue) {
            case (true, let value?): members[place.index].value = value
            case (true, nil): members.remove(at: place.index)
            case (false, let value?): members.insert(Member(key, value), at: place.index)
            case (false, nil): break
            }
        }
    }

    private func place(of key: String) -> (index: Int, found: Bool) {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return (low, low < members.count && members[low].key == key)
    }
}

extension Object: Sequence, ExpressibleByDictionaryLiteral {
    /// Makes an object; a repeated key keeps its last value.
    public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

    /// Walks the members in the order of their keys.
    public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

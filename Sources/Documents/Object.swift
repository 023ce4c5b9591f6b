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
        self.members = members
        sort()
    }

    /// Brings members into order where they stand; most come nearly sorted, and few.
    private mutating func sort() {
        guard let first = firstMisplaced else { return }
        if members.count > 24 {
            sortMany()
        } else {
            sortFew(from: first)
        }
        if firstMisplaced != nil { dropRepeats() }
    }

    private var firstMisplaced: Int? {
        members.indices.dropFirst().first { members[$0 - 1].key >= members[$0].key }
    }

    private mutating func sortFew(from first: Int) {
        var open = members.mutableSpan
        for index in first..<open.count {
            var place = index
            while place > 0, open[place].key < open[place - 1].key {
                open.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private mutating func sortMany() {
        let order = members.indices.sorted { (members[$0].key, $0) < (members[$1].key, $1) }
        members = order.map { members[$0] }
    }

    /// Keeps the last of members with the same key, which stand beside each other.
    private mutating func dropRepeats() {
        members = members.indices.filter { index in
            index + 1 == members.count || members[index].key != members[index + 1].key
        }.map { members[$0] }
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

public import Documents

/// The elements of a list by the member that names them; found in one look where orders agree.
public struct KeyedElements {
    private let list: [Value]
    private let key: String
    private var places: [String: Int]?
    private var taken: [Bool]

    /// Looks at the elements of a list by a member.
    public init(_ list: [Value], key: String) {
        self.list = list
        self.key = key
        taken = Array(repeating: false, count: list.count)
    }

    /// The element of a name, looked for first at a position.
    public mutating func take(_ name: String?, near position: Int) -> Value? {
        guard let name, let place = place(of: name, near: position) else { return nil }
        taken[place] = true
        return list[place]
    }

    /// The elements nobody took, with their names.
    public var untaken: [(name: String, value: Value)] {
        list.indices.filter { !taken[$0] }.map { place in
            (list[place][key]?.scalarText ?? String(place), list[place])
        }
    }

    private mutating func place(of name: String, near position: Int) -> Int? {
        if position < list.count, list[position][key]?.text == name { return position }
        if places == nil { places = named() }
        return places?[name]
    }

    /// The first place of every name.
    private func named() -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, element) in list.enumerated() {
            guard let name = element[key]?.scalarText, places[name] == nil else { continue }
            places[name] = place
        }
        return places
    }
}

import Platforms

/// The order in which things can exist, each after what it needs, and the circles that forbid one.
struct Dependencies {
    /// Every address once, after everything it needs unless they need each other.
    var order: [Address] = []
    /// The circles, each address needing the next and the last the first.
    var cycles: [[Address]] = []

    private enum Mark { case open, done }
    private var marks: [Address: Mark] = [:]

    /// Orders addresses; equal ones stay in the order given.
    init(_ addresses: [Address], needs: (Address) -> [Address]) {
        marks.reserveCapacity(addresses.count)
        order.reserveCapacity(addresses.count)
        for address in addresses where marks[address] == nil { visit(address, needs) }
    }

    private mutating func visit(_ start: Address, _ needs: (Address) -> [Address]) {
        var way: [(address: Address, needs: ArraySlice<Address>)] = [(start, needs(start)[...])]
        marks[start] = .open
        while let (here, rest) = way.last {
            guard let next = rest.first else {
                marks[here] = .done
                order.append(here)
                way.removeLast()
                continue
            }
            way[way.count - 1].needs = rest.dropFirst()
            switch marks[next] {
            case .done: continue
            case .open:
                let first = way.firstIndex { $0.address == next } ?? 0
                cycles.append(way[first...].map(\.address))
            case nil:
                marks[next] = .open
                way.append((next, needs(next)[...]))
            }
        }
    }
}

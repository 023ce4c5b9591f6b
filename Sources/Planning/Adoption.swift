import Platforms

/// Which resources of the files an adoption is about.
struct Adoption {
    /// What was named one by one: each must be live.
    let named: Set<Address>
    /// What was named, what a pattern matches, and what comes along: their children, the document
    /// that holds them, and what they refer to.
    let all: Set<Address>
    /// Patterns that match nothing in the files.
    let unmatched: [AddressPattern]

    init(_ options: PlanningOptions, _ wanted: [Address: Resource]) {
        named = options.adopt
        let addresses = wanted.keys.sorted()
        var open = Array(named)
        var unmatched: [AddressPattern] = []
        for pattern in options.adoptMatching {
            let found = addresses.filter { pattern.matches($0) }
            if found.isEmpty { unmatched.append(pattern) }
            open += found
        }
        let children = Dictionary(grouping: addresses) { $0.parent }
        var all: Set<Address> = []
        while let address = open.popLast() {
            guard let resource = wanted[address], all.insert(address).inserted else { continue }
            open += resource.needs.map(\.address) + (children[address] ?? [])
            if let parent = address.parent { open.append(parent) }
        }
        self.all = all
        self.unmatched = unmatched
    }
}

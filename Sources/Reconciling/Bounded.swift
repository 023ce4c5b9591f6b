/// Does something for each element, so many at once; the results are in the elements' order.
func each<Element: Sendable, Result: Sendable>(
    of elements: [Element], parallel: Int, _ body: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
    await withTaskGroup(of: Place<Result>.self) { group in
        var waiting = elements.enumerated().makeIterator()
        var done: [Place<Result>] = []
        func start() -> Bool {
            guard let (index, element) = waiting.next() else { return false }
            group.addTask { Place(index, await body(element)) }
            return true
        }
        for _ in 0..<parallel where !start() { break }
        while let place = await group.next() {
            done.append(place)
            _ = start()
        }
        return done.sorted { $0.index < $1.index }.map(\.result)
    }
}

/// A result with the place of its element; a class, since Swift 6.3.1 miscompiles a tuple of these
/// with optimization (seen 2026-11).
private final class Place<Result: Sendable>: Sendable {
    let index: Int
    let result: Result

    init(_ index: Int, _ result: Result) {
        self.index = index
        self.result = result
    }
}

/// Works on an array in a few slices side by side and keeps the order.
enum Parallel {
    /// How many slices there are at most, and how small they may be.
    static let slices = (most: 16, smallest: 48)

    /// What `work` makes of each slice, in the order of the slices.
    static func map<Input: Sendable, Output: Sendable>(
        _ items: [Input], _ work: @escaping @Sendable (ArraySlice<Input>) -> Output
    ) async -> [Output] {
        let size = max(slices.smallest, (items.count + slices.most - 1) / slices.most)
        guard items.count > size else { return items.isEmpty ? [] : [work(items[...])] }
        return await withTaskGroup(of: (Int, Output).self) { group in
            for start in stride(from: 0, to: items.count, by: size) {
                group.addTask { (start, work(items[start..<min(start + size, items.count)])) }
            }
            var outputs: [(Int, Output)] = []
            for await output in group { outputs.append(output) }
            return outputs.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

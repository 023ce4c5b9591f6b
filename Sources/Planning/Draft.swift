import Platforms

/// A row that has no number yet.
struct Draft {
    /// Rows of one resource follow each other in this order.
    enum Stage: Int { case ledger, content, lifecycle, removal }

    var row: PlanRow
    var stage: Stage
    /// The drafts that must be done before.
    var waits: [Int] = []
    /// The drafts that come first where the plan has them, but that `--only` does not take along.
    var follows: [Int] = []

    /// The drafts that stop what this one starts again: it is in a plan with one of them only.
    var undoes: [Int] = []

    /// Everything that comes before.
    var before: Set<Int> { Set(waits).union(follows).union(undoes) }
}

/// Puts drafts into an order in which they can be carried out, ties by address.
struct RowOrder {
    /// The rows, numbered from 1.
    static func rows(_ drafts: [Draft]) -> [PlanRow] {
        var numbers = Array(repeating: 0, count: drafts.count)
        let order = order(drafts)
        for (position, index) in order.enumerated() { numbers[index] = position + 1 }
        var rows: [PlanRow] = []
        rows.reserveCapacity(order.count)
        for index in order {
            var row = drafts[index].row
            row.number = numbers[index]
            row.waitsFor = direct(
                Set(drafts[index].before.map { numbers[$0] }).sorted(), rows)
            rows.append(row)
        }
        return rows
    }

    /// The rows of some that are not implied by others of them; looks only so far back.
    private static func direct(_ waits: [Int], _ rows: [PlanRow]) -> [Int] {
        guard let first = waits.first, waits.count > 1 else { return waits }
        var implied: Set<Int> = []
        var open = waits
        var steps = 256 + 8 * waits.count
        while let next = open.popLast(), steps > 0 {
            for before in rows[next - 1].waitsFor where before >= first {
                steps -= 1
                if implied.insert(before).inserted { open.append(before) }
            }
        }
        return implied.isEmpty ? waits : waits.filter { !implied.contains($0) }
    }

    /// The drafts by their places, each after what comes before it.
    static func order(_ drafts: [Draft]) -> [Int] {
        let ranked = drafts.indices.sorted { left, right in
            let (one, other) = (drafts[left], drafts[right])
            return (one.row.address, one.stage.rawValue, left)
                < (other.row.address, other.stage.rawValue, right)
        }
        var rank = Array(repeating: 0, count: drafts.count)
        for (position, index) in ranked.enumerated() { rank[index] = position }
        return order(drafts, ranked, rank)
    }

    private static func order(_ drafts: [Draft], _ ranked: [Int], _ rank: [Int]) -> [Int] {
        var waiting = drafts.map(\.before.count)
        var followers: [[Int]] = Array(repeating: [], count: drafts.count)
        for (index, draft) in drafts.enumerated() {
            for before in draft.before { followers[before].append(index) }
        }
        var ready = Heap()
        for index in drafts.indices where waiting[index] == 0 { ready.push(rank[index]) }
        var order: [Int] = []
        order.reserveCapacity(drafts.count)
        while let next = ready.pop() {
            order.append(ranked[next])
            for follower in followers[ranked[next]] {
                waiting[follower] -= 1
                if waiting[follower] == 0 { ready.push(rank[follower]) }
            }
        }
        return order
    }
}

/// Hands out the smallest of some numbers.
struct Heap {
    private var numbers: [Int] = []

    mutating func push(_ number: Int) {
        numbers.append(number)
        var child = numbers.count - 1
        while child > 0, numbers[child] < numbers[(child - 1) / 2] {
            numbers.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Int? {
        guard let smallest = numbers.first else { return nil }
        let last = numbers.removeLast()
        guard !numbers.isEmpty else { return smallest }
        numbers[0] = last
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < numbers.count else { return smallest }
            let right = left + 1
            let child = right < numbers.count && numbers[right] < numbers[left] ? right : left
            guard numbers[child] < numbers[parent] else { return smallest }
            numbers.swapAt(child, parent)
            parent = child
        }
    }
}

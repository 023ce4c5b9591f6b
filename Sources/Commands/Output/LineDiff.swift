/// What differs between two texts, line by line, with a little of what is around it.
struct LineDiff {
    /// Lines kept around a difference.
    static let context = 2

    /// One line of either text.
    struct Line: Equatable {
        /// Whether a line is in both texts, only before, or only after.
        enum Side { case both, before, after, gap }

        /// Where the line is.
        let side: Side
        /// The line itself.
        let text: String

        /// What stands before the line: space, `-`, `+`, or `…` where equal lines were left out.
        var sign: String {
            switch side {
            case .both: "  "
            case .before: "- "
            case .after: "+ "
            case .gap: "…"
            }
        }
    }

    /// The differing lines with their surroundings.
    static func lines(from before: String, to after: String) -> [Line] {
        trimmed(all(split(before), split(after)))
    }

    private static func split(_ text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map(String.init)
    }

    private static func all(_ before: [String], _ after: [String]) -> [Line] {
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var old = 0
        var new = 0
        while old < before.count || new < after.count {
            if removed.contains(old) {
                lines.append(Line(side: .before, text: before[old]))
                old += 1
            } else if inserted.contains(new) {
                lines.append(Line(side: .after, text: after[new]))
                new += 1
            } else {
                lines.append(Line(side: .both, text: before[old]))
                old += 1
                new += 1
            }
        }
        return lines
    }

    private static func trimmed(_ lines: [Line]) -> [Line] {
        let changed = lines.indices.filter { lines[$0].side != .both }
        var kept: Set<Int> = []
        for index in changed {
            kept.formUnion(max(0, index - context)...min(lines.count - 1, index + context))
        }
        var result: [Line] = []
        for index in lines.indices {
            if kept.contains(index) {
                result.append(lines[index])
            } else if result.last?.side != .gap {
                result.append(Line(side: .gap, text: ""))
            }
        }
        return result
    }
}

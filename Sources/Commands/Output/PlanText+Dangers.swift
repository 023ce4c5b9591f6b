import Documents
import Platforms

extension PlanText {
    /// What a reviewer must not overlook, in words, each with its place.
    var dangers: [String] {
        let found =
            plan.rows.flatMap { missing($0) + danger($0) + disputes($0) }
            + plan.doubles.flatMap(double)
        return found.isEmpty ? [] : [style.paint("look at this first:", .bold)] + found
    }

    private func missing(_ row: PlanRow) -> [String] {
        row.missing.map { item("missing \(row.address): \($0)", row.place, .red) } ?? []
    }

    private func double(_ double: LikelyDouble) -> [String] {
        item("likely double \(double.message); \(LikelyDouble.help)", nil, .red)
    }

    private func danger(_ row: PlanRow) -> [String] {
        guard let word = dangerWord(row) else { return [] }
        let isPlain = row.consequences.isEmpty || !row.blockedBy.isEmpty
        let consequence = isPlain ? row.reason : row.consequences[0]
        return item("\(word)\(row.address): \(consequence)", row.place, .red)
    }

    private func dangerWord(_ row: PlanRow) -> String? {
        if !row.blockedBy.isEmpty { return "blocked: \(row.word) " }
        if row.isIrreversible { return "\(row.word) (cannot be undone) " }
        switch row.action {
        case .start, .stop, .pause, .delete, .replace: return "\(row.word) "
        case .create, .update, .newVersion, .adopt, .forget, .move, .release: return nil
        }
    }

    /// Conflicts one by one, drift by the row.
    private func disputes(_ row: PlanRow) -> [String] {
        let conflicts = row.fields.filter { $0.cause == .conflict }
        let drifted = row.fields.filter { $0.cause == .drift }
        var lines = conflicts.flatMap { field in
            item(
                "conflict \(row.address) \(field.path): changed in your file and on the platform",
                field.place ?? row.place, .red)
        }
        if !drifted.isEmpty {
            let paths = drifted.map(\.path.description).joined(separator: ", ")
            lines += item(
                "drift \(row.address): someone changed \(paths) on the platform",
                drifted[0].place ?? row.place, .yellow)
        }
        return lines
    }

    private func item(_ text: String, _ place: Place?, _ colour: TextStyle.Colour) -> [String] {
        let shown = PlanText.show(place)
        let tail = shown.isEmpty ? "" : "  \(style.paint(shown, .dim))"
        return style.lines("  \(style.paint("!", colour)) ", "\(text)\(tail)")
    }
}

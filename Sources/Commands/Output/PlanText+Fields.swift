import Diagnostics
import Documents
import Platforms

extension PlanText {
    /// The fields that differ: one a line, long texts as a diff, conflicts with three sides.
    func changed(_ row: PlanRow, _ fields: FieldText) -> [String] {
        let short = row.fields.filter { !isLong($0) && $0.cause != .conflict }
        let widest = min(40, short.map(\.path.description.displayWidth).max() ?? 0)
        return row.fields.flatMap { change in
            if change.cause == .conflict { return sides(change, fields) }
            if isLong(change) { return difference(change, in: row) }
            let name = change.path.description.padded(to: widest)
            let tail = style.paint("(\(cause(change)))", .dim) + place(change, in: row)
            return style.valueLines("\(name)   ", "\(values(change, fields))   \(tail)")
                + unseen(change.before, change.after)
        }
    }

    /// Why a field differs, in words.
    private func cause(_ change: FieldChange) -> String {
        switch change.cause {
        case .intended: "you edited it"
        case .drift: "drift: someone changed it on the platform"
        case .conflict: "conflict: changed on both sides"
        case .platformDefault: "not in your files before"
        case .secret: "the secret's value changed"
        case .unknownSecret: "written once more: its digest was forgotten"
        case .adopt: "the adopted object differs"
        case .missing: "no longer on the platform"
        case .released: "no longer in your file; `null` clears it"
        case .unfinished: "not done yet: a run was interrupted"
        case .stopped: "stopped by a delete of yours"
        case .renewed: "made anew"
        }
    }

    private func values(_ change: FieldChange, _ fields: FieldText) -> String {
        let after = fields.show(change.after, at: change.path)
        if change.cause == .secret || change.cause == .unknownSecret { return after }
        if change.cause == .released {
            return "stays \(fields.show(change.before, at: change.path))"
        }
        let before = fields.show(change.before, at: change.path)
        return "\(style.paint(before, .red)) → \(style.paint(after, .green))"
    }

    private func sides(_ change: FieldChange, _ fields: FieldText) -> [String] {
        let sides = [
            ("your file   ", change.after), ("last applied", change.recorded),
            ("(kept as)   ", change.kept), ("live        ", change.before),
        ].filter { $0.0 != "(kept as)   " || $0.1 != nil }
        return style.lines("\(change.path)   ", style.paint("(\(cause(change)))", .red))
            + sides.flatMap { name, value in
                style.valueLines(
                    "  \(style.paint(name, .dim))   ", fields.show(value, at: change.path))
            } + unseen(change.before, change.after)
    }

    /// Whether both sides do not fit beside each other.
    private func isLong(_ change: FieldChange) -> Bool {
        guard ![.secret, .unknownSecret, .released].contains(change.cause) else { return false }
        let sides = [change.before, change.after]
        let letters = sides.reduce(0) { $0 + ($1?.text?.count ?? 0) }
        return letters > 60 || sides.contains { FieldText.long($0) != nil }
    }

    private func difference(_ change: FieldChange, in row: PlanRow) -> [String] {
        let before = text(change.before)
        let after = text(change.after)
        let tail = style.paint("(\(cause(change)))", .dim) + place(change, in: row)
        return style.lines("\(change.path)   ", tail)
            + LineDiff.lines(from: before, to: after).flatMap { line in
                let lines = style.valueLines("  \(line.sign)", line.text)
                return switch line.side {
                case .before: lines.map { style.paint($0, .red) }
                case .after: lines.map { style.paint($0, .green) }
                case .both, .gap: lines
                }
            } + unseen(change.before, change.after)
    }

    /// What differs where both sides look alike.
    private func unseen(_ before: Value?, _ after: Value?) -> [String] {
        UnseenDifference.words(from: before, to: after).map { style.lines("  ", "(\($0))") } ?? []
    }

    private func text(_ value: Value?) -> String {
        guard let value else { return "" }
        return FieldText.long(value) ?? value.text ?? JSONText.compact(value)
    }

    private func place(_ change: FieldChange, in row: PlanRow) -> String {
        guard let place = change.place else { return "" }
        let isSameFile = place.file == row.place?.file
        return style.paint(isSameFile ? "  :\(place.line)" : "  \(PlanText.show(place))", .dim)
    }
}

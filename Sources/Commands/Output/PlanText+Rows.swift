import Diagnostics
import Documents
import Platforms

extension PlanText {
    /// One row: what happens and why, the fields, what follows from it, and its calls.
    func row(_ row: PlanRow) -> [String] {
        let fields = FieldText(row)
        var named = row
        named.fields = row.fields.map(fields.named)
        named.blockedBy = row.blockedBy.map(fields.named)
        let inner = PlanText(plan: plan, style: style.inset(by: 6))
        let listed =
            row.action == .create ? inner.created(named, fields) : inner.changed(named, fields)
        let lines = inner.reason(row) + listed + inner.after(named) + inner.calls(row)
        return title(row) + lines.map { "      " + $0 }
    }

    private func reason(_ row: PlanRow) -> [String] {
        row.reason.isEmpty ? [] : style.lines("", style.paint(row.reason, .dim))
    }

    private func title(_ row: PlanRow) -> [String] {
        let number = String(repeating: " ", count: max(0, 3 - "\(row.number)".count))
        let sign = style.paint(row.action.sign, colour(row.action))
        let place = PlanText.show(row.place)
        var line = "\(row.word) \(style.paint(row.address.text, .bold))"
        if let was = row.was { line += " (was \(was))" }
        if !place.isEmpty { line += "  \(style.paint(place, .dim))" }
        return style.lines("\(number)\(row.number) \(sign) ", line)
    }

    private func colour(_ action: Action) -> TextStyle.Colour {
        switch action {
        case .create, .start, .adopt: .green
        case .update, .newVersion, .move, .release: .yellow
        case .replace, .delete, .stop, .pause, .forget: .red
        }
    }

    /// The fields of a new resource: one line each, lists by the names of their elements.
    private func created(_ row: PlanRow, _ fields: FieldText) -> [String] {
        let groups = creation(row)
        let widest = groups.map(\.name.displayWidth).max() ?? 0
        return groups.flatMap { name, values in
            let lines = style.valueLines(
                "\(name.padded(to: widest))  ", shown(values, fields))
            let isText = values.count == 1 && values[0].after?.text != nil
            return isText ? beginning(lines) : lines
        }
    }

    /// A value, or the names of the elements of a list.
    private func shown(_ values: [FieldChange], _ fields: FieldText) -> String {
        if values.count == 1, values[0].path.parts.count == 1 {
            return fields.show(values[0].after, at: values[0].path)
        }
        let names = values.map { $0.path.parts.count > 1 ? $0.path.parts[1] : "" }
        let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return "\(distinct.count): \(distinct.joined(separator: ", "))"
    }

    /// The first lines of a text that would hide the other rows of a plan.
    private func beginning(_ lines: [String]) -> [String] {
        let most = 6
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1) + [lines[1].prefix { $0 == " " } + "…"]
    }

    /// The new fields grouped by their first name, in order.
    private func creation(_ row: PlanRow) -> [(name: String, values: [FieldChange])] {
        var changes = row.fields
        if changes.isEmpty, let members = row.record?.value.object {
            changes = members.map {
                FieldChange(
                    path: FieldPath([$0.key]), cause: .intended, before: nil, after: $0.value)
            }
        }
        var groups: [(name: String, values: [FieldChange])] = []
        for change in changes {
            let name = change.path.parts.first ?? ""
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].values.append(change)
            } else {
                groups.append((name, [change]))
            }
        }
        return groups
    }

    /// What follows for people and data, and what must be done before.
    private func after(_ row: PlanRow) -> [String] {
        var lines = row.blockedBy.flatMap {
            style.lines("\(style.paint("blocked:", .red)) ", $0.words)
        }
        lines += row.consequences.flatMap { style.lines("\(style.paint("→", .magenta)) ", $0) }
        if row.isIrreversible { lines.append(style.paint("cannot be undone", .red)) }
        if !row.waitsFor.isEmpty {
            let rows = row.waitsFor.map(String.init).joined(separator: ", ")
            let word = row.waitsFor.count == 1 ? "row" : "rows"
            lines += style.lines("", style.paint("after \(word) \(rows)", .dim))
        }
        return lines
    }
}

import Diagnostics
import Documents

/// Writes what `weir explain KIND` shows: a kind's fields as a table, and an example.
public enum KindExplanation {
    /// The text for one kind, fitted to a terminal where there is one.
    public static func text(for kind: any Kind, width: Int? = nil) -> String {
        var rows = [Row(name: "FIELD", type: "TYPE", rules: "RULES", summary: "")]
        collect(kind.shape, indent: "", into: &rows)
        var lines = [kind.name.description, ""] + Wrapping(width: width).lines(kind.summary) + [""]
        lines += width.map { layout(rows).lines(width: $0) } ?? table(rows)
        if !kind.example.isEmpty {
            lines += ["", "EXAMPLE", ""]
            let example = kind.example.split(separator: "\n", omittingEmptySubsequences: false)
            lines += trimmed(example).map { $0.isEmpty ? "" : "  \($0)" }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private struct Row {
        var name: String
        var type: String
        var rules: String
        var summary: String
    }

    private static func trimmed(_ lines: [Substring]) -> [Substring] {
        var lines = lines[...]
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return Array(lines)
    }

    private static func collect(_ shape: Shape, indent: String, into rows: inout [Row]) {
        for field in shape.fields {
            rows.append(
                Row(
                    name: indent + field.name, type: name(field),
                    rules: rules(field).joined(separator: ", "), summary: field.summary))
            if let inner = inner(field.type) {
                collect(inner, indent: indent + "  ", into: &rows)
            }
        }
        if shape.keepsRest {
            rows.append(
                Row(name: indent + "…", type: "anything", rules: "", summary: "Passed through."))
        }
    }

    private static func inner(_ type: FieldType) -> Shape? {
        switch type {
        case .object(let shape), .list(.object(let shape), _), .map(.object(let shape)): shape
        default: nil
        }
    }

    /// The name of a type: `duration`, `list by slug`, `→ lytics/segment`.
    static func name(_ type: FieldType) -> String {
        switch type {
        case .text: "text"
        case .bool: "true or false"
        case .int: "whole number"
        case .double: "number"
        case .duration: "duration"
        case .timestamp: "time"
        case .word(let words): words.joined(separator: " | ")
        case .reference(let kind, _): "→ \(kind)"
        case .any: "anything"
        case .object: "map"
        case .list(let element, let key):
            key.map { "list by \($0)" } ?? "list of \(plural(element))"
        case .map(let inner): "map of \(plural(inner))"
        }
    }

    /// The name of a field's type with the other forms that authors may write.
    private static func name(_ field: Field) -> String {
        field.rules.spellings.reduce(name(field.type)) { text, spelling in
            switch spelling {
            case .mapByKey: text.replacing("list by", with: "map or list by")
            case .keyAlone: text + ", or texts"
            case .keyNamed(let name): text + " or \(name)"
            case .first: text + ", or a text"
            case .list(let shape):
                text + ", or list of \(shape.fields.map(\.name).joined(separator: ", "))"
            case .single: text + ", or one"
            case .period: text
            }
        }
    }

    private static func plural(_ type: FieldType) -> String {
        switch type {
        case .text: "texts"
        case .int: "whole numbers"
        case .double: "numbers"
        case .duration: "durations"
        case .timestamp: "times"
        case .object: "maps"
        default: name(type)
        }
    }

    private static func rules(_ field: Field) -> [String] {
        let rules = field.rules
        var words: [String] = []
        if rules.isRequired { words.append("required") }
        if rules.isNeededToCreate { words.append("needed to create") }
        if let value = rules.defaultValue {
            words.append("default \(ValueText.show(value, type: field.type))")
        }
        if rules.isReadOnly { words.append("read-only") }
        if rules.isImmutable { words.append("replaces") }
        if rules.isSecret { words.append("secret") }
        if rules.isWriteOnly { words.append("never returned") }
        if rules.isUnordered { words.append("any order") }
        if rules.isLifecycle { words.append("lifecycle") }
        if rules.onRunning == .newVersion { words.append("new version") }
        if !rules.only.isEmpty { words.append("for \(rules.only.joined(separator: ", "))") }
        return words
    }

    private static func layout(_ rows: [Row]) -> ColumnLayout {
        let cells = rows.map { [$0.name, $0.type, $0.rules, $0.summary] }
        return ColumnLayout(cells.first ?? [], rows: Array(cells.dropFirst()))
    }

    /// Aligns columns; a long cell pushes its row's further columns to the right.
    private static func table(_ rows: [Row]) -> [String] {
        let columns: [(width: Int, cell: (Row) -> String)] = [
            (30, \.name), (24, \.type), (32, \.rules),
        ]
        let widths = columns.map { column in
            min(column.width, rows.map { column.cell($0).count }.max() ?? 0)
        }
        return rows.map { row in
            var line = ""
            for (column, width) in zip(columns, widths) {
                let cell = column.cell(row)
                line += cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
            }
            line += row.summary
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

import Diagnostics
import Documents
import TestSupport

/// Reads a YAML text; a short way for tests.
func read(
    _ text: String, limits: DocumentParser.Limits = .init()
) -> (documents: [Document], report: Report) {
    var report = Report()
    let documents = DocumentParser.parse(
        Array(text.utf8), source: SourceID(0), limits: limits, into: &report)
    return (documents, report)
}

/// The codes of what was reported, in reading order.
func codes(_ report: Report) -> [String] { report.sorted.map(\.code) }

/// The text that a span covers.
func slice(_ text: String, _ span: SourceSpan) -> String {
    String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
}

extension Node {
    /// The node without places, for comparisons.
    var value: Value {
        switch content {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .double(let double): .double(double)
        case .text(let text): .text(text)
        case .list(let items): .list(items.map(\.value))
        case .map(let entries): .object(Object(entries.map { ($0.key, $0.value.value) }))
        case .expression(let expression): .text(expression.written)
        }
    }
}

extension Randomness {
    /// A text of letters that are hard on writers and readers.
    mutating func text() -> String {
        let letters = Array("ab z01.:-#{}[],&*!|>'\"%@`\n\\\t~?=/$é名😀_\u{7F}\u{85}\u{2028}")
        return String(
            (0..<Int.random(in: 0...12, using: &self)).map { _ in
                letters.randomElement(using: &self) ?? "x"
            })
    }

    /// A word that some reader takes for something else.
    mutating func word() -> String {
        [
            "no", "yes", "on", "null", "~", "true", "1", "1.5", "0o17", "017", "22:00", "1e3",
            "2026-01-01", "<<", "=", "", " ", "- a", "a: b", "a #b", "...", "---", ".inf", "0x1F",
            "y", "N", "1_000", "+1", "-", "?", ".5", "line\n", "two\nlines", "a\n\nb\n\n", "\n",
        ].randomElement(using: &self) ?? ""
    }

    /// A value of bounded depth.
    mutating func value(depth: Int = 3) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &self) {
        case 0: .null
        case 1: .bool(Bool.random(using: &self))
        case 2: .int(Int64.random(in: .min ... .max, using: &self))
        case 3: .double(Double.random(in: -1e6...1e6, using: &self))
        case 4:
            .double(
                [1e22, -1e-7, 0.1, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -0.0, 3]
                    .randomElement(
                        using: &self) ?? 0)
        case 5: .text(text())
        case 6: .text(word())
        case 7:
            .list((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            .object(
                Object(
                    (0..<Int.random(in: 0...4, using: &self)).map { _ in
                        (Bool.random(using: &self) ? text() : word(), value(depth: depth - 1))
                    }))
        }
    }
}

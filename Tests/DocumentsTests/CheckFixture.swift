import Diagnostics

/// A YAML file whose comments say, with carets, what must be reported where; nothing else may be.
///
/// The carets stand under the line before; `#^^` in the first column counts its `#` as a caret.
/// A line `# fix: …` behind it is the replacement that the diagnostic must offer.
struct CheckFixture {
    /// Something that must be reported.
    struct Expectation: Hashable, Comparable, CustomStringConvertible {
        let line: Int
        let column: Int
        let length: Int
        let text: String

        var description: String { "\(line):\(column)+\(length) \(text)" }

        static func < (left: Expectation, right: Expectation) -> Bool {
            (left.line, left.column, left.text) < (right.line, right.column, right.text)
        }
    }

    /// What must be reported.
    private(set) var expected: [Expectation] = []
    /// The replacements that must be offered, by line and column.
    private(set) var fixes: [SourcePosition: String] = [:]
    private let lines: [Substring]

    /// Reads the expectations of a file.
    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var subject = 0
        for (number, line) in lines.enumerated() {
            if let found = CheckFixture.carets(line) {
                expected.append(
                    Expectation(
                        line: subject + 1, column: found.column + 1, length: found.length,
                        text: found.text))
            } else if let fix = CheckFixture.fix(line), let last = expected.last {
                fixes[SourcePosition(line: last.line, column: last.column)] = fix
            } else {
                subject = number
            }
        }
    }

    private static func carets(_ line: Substring) -> (column: Int, length: Int, text: String)? {
        let body = line.drop { $0 == " " }
        guard body.first == "#" else { return nil }
        let signs = body.dropFirst().drop { $0 == " " }
        let carets = signs.prefix { $0 == "^" }
        guard !carets.isEmpty else { return nil }
        let column = line.distance(from: line.startIndex, to: carets.startIndex)
        let text = String(signs.dropFirst(carets.count + 1))
        return line.hasPrefix("#^") ? (0, carets.count + 1, text) : (column, carets.count, text)
    }

    private static func fix(_ line: Substring) -> String? {
        let body = line.drop { $0 == " " }
        return body.hasPrefix("# fix: ") ? String(body.dropFirst(7)) : nil
    }

    /// What was expected and not reported, or reported and not expected.
    func differences(from report: Report, in source: Source) -> [String] {
        let found = report.sorted.map { expectation($0, in: source) }
        let missing = Set(expected).subtracting(found).sorted().map { "missing: \($0)" }
        let extra = Set(found).subtracting(expected).sorted().map { "not expected: \($0)" }
        return missing + extra + wrongFixes(report, in: source)
    }

    private func wrongFixes(_ report: Report, in source: Source) -> [String] {
        report.sorted.compactMap { diagnostic in
            guard let span = diagnostic.primary?.span else { return nil }
            let position = source.position(ofByte: Int(span.start))
            guard let wanted = fixes[position], wanted != diagnostic.fix?.replacement else {
                return nil
            }
            return "fix at \(position): \(diagnostic.fix?.replacement ?? "none") for \(wanted)"
        }
    }

    private func expectation(_ diagnostic: Diagnostic, in source: Source) -> Expectation {
        let text = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"
        guard let span = diagnostic.primary?.span else {
            return Expectation(line: 0, column: 0, length: 0, text: text)
        }
        let start = source.position(ofByte: Int(span.start))
        let end = source.position(ofByte: Int(span.end))
        let length =
            end.line == start.line
            ? end.column - start.column : lines[start.line - 1].count - start.column + 1
        return Expectation(
            line: start.line, column: start.column, length: max(1, length), text: text)
    }
}

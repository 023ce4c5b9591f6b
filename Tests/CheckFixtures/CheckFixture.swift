public import Diagnostics

import FoundationEssentials

/// A YAML file whose comments say, with carets, what must be reported where; nothing else may be.
///
/// The carets stand under the line before; `#^^` in the first column counts its `#` as a caret.
/// A line `# fix: …` behind it is the replacement that the diagnostic must offer.
public struct CheckFixture {
    /// Something that must be reported.
    public struct Expectation: Hashable, Comparable, CustomStringConvertible, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The column of the first character, from 1.
        public let column: Int
        /// How many characters are underlined.
        public let length: Int
        /// `error[code]: message`.
        public let text: String

        /// `line:column+length text`.
        public var description: String { "\(line):\(column)+\(length) \(text)" }

        /// Orders as people read.
        public static func < (left: Expectation, right: Expectation) -> Bool {
            (left.line, left.column, left.text) < (right.line, right.column, right.text)
        }
    }

    /// What must be reported.
    public private(set) var expected: [Expectation] = []
    /// The replacements that must be offered, by line and column.
    public private(set) var fixes: [SourcePosition: String] = [:]
    private let lines: [Substring]

    /// Reads the expectations of a file.
    public init(_ text: String) {
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

    /// The names of the fixtures in a folder, sorted.
    public static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The text of a fixture in a folder.
    public static func text(of name: String, in folder: String) throws -> String {
        try String(
            contentsOf: URL(filePath: folder).appending(path: name + ".yaml"), encoding: .utf8)
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
    public func differences(from report: Report, in source: Source) -> [String] {
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

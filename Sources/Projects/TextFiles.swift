import Crypto
import Diagnostics
import Documents

/// Puts the text of files where `field@: path` stands.
struct TextFiles {
    private let root: String
    /// The files that hold secrets or what we keep, without links.
    private let reserved: [String]
    private(set) var digests: [String: String] = [:]
    private var read: [String: Node] = [:]

    /// Reads files below a root, but none of those that are named here.
    init(root: String, reserved: [String] = []) {
        self.root = root
        self.reserved = reserved.compactMap(FileSystem.realPath)
    }

    /// Whether a file may have such a key, told from its bytes alone.
    static func mayBeNamed(in bytes: [UInt8]) -> Bool {
        let span = bytes.span
        return span.contains("@")
            && (span.contains("@:") || span.contains("@\"") || span.contains("@'"))
    }

    /// A document with its texts in place; a path is relative to the document's file.
    mutating func include(
        _ node: Node, of path: String, _ sources: inout Sources, into report: inout Report
    ) -> Node {
        var copy = node
        switch node.content {
        case .list(let nodes):
            copy.content = .list(nodes.map { include($0, of: path, &sources, into: &report) })
        case .map(let entries):
            copy.content = .map(
                entries.compactMap { entry in
                    guard entry.key.hasSuffix("@"), entry.key.count > 1 else {
                        var copy = entry
                        copy.value = include(entry.value, of: path, &sources, into: &report)
                        return copy
                    }
                    return text(entry, among: entries, of: path, &sources, into: &report)
                })
        default: break
        }
        return copy
    }

    private mutating func text(
        _ entry: Node.Entry, among entries: [Node.Entry], of path: String,
        _ sources: inout Sources, into report: inout Report
    ) -> Node.Entry? {
        let key = String(entry.key.dropLast())
        if let written = entries.first(where: { $0.key == key }) {
            report.add(
                .error(
                    ProjectCode.textTwice, "a field is written out or read from a file, not both",
                    at: entry.keySpan,
                    secondary: [Diagnostic.Label(written.keySpan, "written out here")]))
            return nil
        }
        guard let name = entry.value.text, !name.isEmpty, !ExpressionSyntax.hasExpression(name)
        else {
            report.add(
                .error(
                    ProjectCode.textFile, "`\(entry.key)` is the path of a file, without `${…}`",
                    at: entry.value.span))
            return Node.Entry(
                key: key, keySpan: entry.keySpan, value: unknown(at: entry.value.span))
        }
        let node = node(name, beside: path, at: entry.value.span, &sources, into: &report)
        return Node.Entry(
            key: key, keySpan: entry.keySpan, value: node ?? unknown(at: entry.value.span))
    }

    /// A value that nobody complains about a second time: an expression of no parts.
    private func unknown(at span: SourceSpan) -> Node {
        Node(.expression(Expression(parts: [], written: "")), span: span)
    }

    private mutating func node(
        _ name: String, beside path: String, at span: SourceSpan, _ sources: inout Sources,
        into report: inout Report
    ) -> Node? {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let start = name.hasPrefix("/") ? name : "\(root)/\(folder)/\(name)"
        guard let real = FileSystem.realPath(start) else {
            report.add(
                .error(
                    ProjectCode.textFile, "the file `\(name)` does not exist", at: span,
                    help: "a path is relative to the file it is written in"))
            return nil
        }
        guard real.hasPrefix(root + "/") else {
            report.add(
                .error(
                    ProjectCode.textFile, "a text file is inside the project", at: span,
                    label: "this leads out of it"))
            return nil
        }
        if let label = reason(against: real) {
            report.add(
                .error(
                    ProjectCode.textFile, "`\(name)` cannot be a text file", at: span,
                    label: label, help: "keep texts in files of their own"))
            return nil
        }
        if let known = read[real] { return known }
        let node = load(real, at: span, &sources, into: &report)
        read[real] = node
        return node
    }

    /// Why a file of the project is none for texts: it may hold a credential.
    private func reason(against real: String) -> String? {
        if reserved.contains(where: { real == $0 || real.hasPrefix("\($0)-") }) {
            return "this is the file of secrets or the ledger"
        }
        let isHidden = real.dropFirst(root.count).split(separator: "/").contains {
            $0.hasPrefix(".")
        }
        return isHidden ? "this is a hidden file, or in a hidden folder" : nil
    }

    private mutating func load(
        _ real: String, at span: SourceSpan, _ sources: inout Sources, into report: inout Report
    ) -> Node? {
        let name = String(real.dropFirst(root.count + 1))
        do throws(FileSystem.Failure) {
            let bytes = try FileSystem.read(real, atMost: 4 << 20)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                report.add(
                    .error(
                        ProjectCode.textFile, "a text file is UTF-8", at: span
                    )
                )
                return nil
            }
            let lines = Self.asWritten(text)
            let source = Source(name: name, bytes: Array(lines.utf8))
            let id = sources.add(source)
            digests[name] = Digester.hex(SHA256.hash(data: source.bytes))
            let whole = SourceSpan(source: id, start: 0, end: source.bytes.count)
            warn(lines, in: whole, into: &report)
            return Node(.text(lines), span: whole, style: .block)
        } catch {
            report.add(
                .error(
                    ProjectCode.textFile, "`\(name)` cannot be read: \(error.reason)", at: span))
            return nil
        }
    }

    /// The text as YAML would read it, whatever editor and checkout made of its line ends.
    static func asWritten(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return lines.unicodeScalars.first == "\u{FEFF}"
            ? String(lines.unicodeScalars.dropFirst()) : lines
    }

    /// Warns where an expression was expected to be resolved: the text is taken as it is.
    private func warn(_ text: String, in whole: SourceSpan, into report: inout Report) {
        let known = ["${var.", "${env.", "${secret."]
        let found = known.compactMap { text.firstRange(of: $0) }.min {
            $0.lowerBound < $1.lowerBound
        }
        guard let found else { return }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        let length = text[found].utf8.count
        report.add(
            .warning(
                ProjectCode.textLiteral, "a text read from a file is taken as it is",
                at: SourceSpan(source: whole.source, start: start, end: start + length),
                label: "this is not resolved",
                help: "write the field into the document to use `${…}` in it"))
    }
}

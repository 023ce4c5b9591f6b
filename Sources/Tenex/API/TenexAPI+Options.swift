import Diagnostics
import Documents
import Platforms

extension TenexAPI {
    /// What an account of 10ex may correct in its entry.
    static let accountOptions = [
        AccountOption(
            name: "workspace", words: [],
            summary: "The workspace that the key belongs to; an environment is bound to it."),
        AccountOption(
            name: "paths", summary: "Other paths, by operation; null where there is none.",
            read: paths),
        AccountOption(
            name: "methods", summary: "Other methods, by operation.", read: methods),
        AccountOption(
            name: "fields", summary: "Other names of fields, by shape; null where there is none.",
            read: fields),
    ]

    @Sendable private static func paths(_ node: Node, _ report: inout Report) -> Value? {
        let names = TenexOperation.allCases.map(\.rawValue)
        return table(node, "paths", of: "an operation", names, into: &report) { entry, report in
            if entry.value.isNull { return .null }
            guard let path = entry.value.scalarText, path.hasPrefix("/") else {
                report.add(
                    .error(
                        TenexCode.path, "a path starts with `/`, as in `/api/v1/flows/workflows`",
                        at: entry.value.span))
                return nil
            }
            let standard = TenexOperation(rawValue: entry.key)?.standard.parameters ?? []
            let written = TenexEndpoint(.get, path).parameters
            guard standard.sorted() == written.sorted() else {
                let names = standard.map { "`{\($0)}`" }.joined(separator: ", ")
                report.add(
                    .error(
                        TenexCode.path,
                        standard.isEmpty
                            ? "the path of `\(entry.key)` has no parameters"
                            : "the path of `\(entry.key)` has the parameters \(names), once each",
                        at: entry.value.span))
                return nil
            }
            return .text(path)
        }
    }

    @Sendable private static func methods(_ node: Node, _ report: inout Report) -> Value? {
        let names = TenexOperation.allCases.map(\.rawValue)
        return table(node, "methods", of: "an operation", names, into: &report) { entry, report in
            let word = entry.value.scalarText ?? ""
            if Request.Method(rawValue: word.lowercased()) != nil {
                return .text(word.uppercased())
            }
            report.add(
                .error(
                    TenexCode.method, "a method is `GET`, `POST`, `PUT`, `PATCH` or `DELETE`",
                    at: entry.value.span))
            return nil
        }
    }

    @Sendable private static func fields(_ node: Node, _ report: inout Report) -> Value? {
        let names = TenexShape.allCases.map(\.rawValue)
        return table(node, "fields", of: "a shape", names, into: &report) { entry, report in
            guard let shape = TenexShape(rawValue: entry.key) else { return nil }
            let renamed = table(
                entry.value, entry.key, of: "a field of `\(entry.key)`", shape.fields,
                into: &report, value: name)
            checkCollisions(renamed?.object ?? [:], shape, at: entry.value.span, into: &report)
            return renamed
        }
    }

    private static func name(_ entry: Node.Entry, _ report: inout Report) -> Value? {
        if entry.value.isNull { return .null }
        if let name = entry.value.text, !name.isEmpty { return .text(name) }
        report.add(
            .error(TenexCode.fieldName, "a field's name is a text", at: entry.value.span))
        return nil
    }

    /// Two fields of one shape cannot have one name.
    private static func checkCollisions(
        _ renamed: Object, _ shape: TenexShape, at span: SourceSpan, into report: inout Report
    ) {
        var owners: [String: String] = [:]
        for field in shape.fields {
            guard let name = renamed[field].map(\.text) ?? field else { continue }
            if let other = owners.updateValue(field, forKey: name) {
                report.add(
                    .error(
                        TenexCode.fieldName,
                        "`\(other)` and `\(field)` of `\(shape.rawValue)` cannot both be "
                            + "called `\(name)`",
                        at: span))
            }
        }
    }

    /// A map whose keys are known names.
    private static func table(
        _ node: Node, _ what: String, of kind: String, _ names: [String], into report: inout Report,
        value: (Node.Entry, inout Report) -> Value?
    ) -> Value? {
        guard let entries = node.map else {
            report.add(.error(AccountOptionCode.type, "`\(what)` is a map", at: node.span))
            return nil
        }
        var table: Object = [:]
        for entry in entries {
            guard names.contains(entry.key) else {
                report.add(
                    .error(
                        AccountOptionCode.option, "`\(entry.key)` is not the name of \(kind)",
                        at: entry.keySpan,
                        help: Suggestion.nearest(to: entry.key, among: names).map {
                            "did you mean `\($0)`?"
                        } ?? "`weir explain tenex/api` lists the names"))
                continue
            }
            if let value = value(entry, &report) { table[entry.key] = value }
        }
        return .object(table)
    }
}

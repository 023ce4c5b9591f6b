import Commands
import Diagnostics
import Documents
import Foundation
import Platforms

/// A document of a subject: where it is written and what it says.
struct Document: Sendable {
    var path: String
    var value: Value

    /// `type/id`, as references write it.
    var name: String {
        let kind = value["kind"]?.text ?? ""
        return "\(kind.split(separator: "/").last ?? "")/\(value["id"]?.text ?? "")"
    }

    /// The kind of the document, from the catalog.
    var kind: (any Kind)? {
        Catalog.kinds.first { $0.name.description == value["kind"]?.text }
    }

    /// Whether it says that its object is to run.
    var isRunning: Bool {
        guard let lifecycle = kind?.lifecycle, let state = value[lifecycle.field] else {
            return false
        }
        return lifecycle.running.contains(state.text ?? state.canonicalJSON)
    }

    /// Whether a `${…}` of this document names another one.
    func mentions(_ other: Document) -> Bool {
        value.canonicalJSON.contains("${\(other.name)}")
    }

    /// The documents of a folder of `Subjects`, in the order of their paths.
    static func all(in folder: String) -> [Document] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Subjects/\(folder)")
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            let bytes = (try? Data(contentsOf: root.appendingPathComponent(path))) ?? Data()
            return Document(path: path, value: read(bytes))
        }
    }

    /// What a file says, its `${…}` as they are written.
    private static func read(_ bytes: Data) -> Value {
        var report = Report()
        let source = SourceID(0)
        let documents = DocumentParser.parse(Array(bytes), source: source, into: &report)
        guard report.diagnostics.isEmpty, let root = documents.first?.root else { return .null }
        return Value.decode(root, into: &report) ?? .null
    }
}

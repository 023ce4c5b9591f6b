import Diagnostics
import Documents
import Foundation
import Ledger
import Platforms
import Projects

/// Where the file that manages an object says so.
enum ManagedPlace {
    /// The file, with the line of the document where it is still there.
    static func text(of recorded: RecordedResource, in operation: Operation) -> String {
        let path = "\(operation.project.root)/\(recorded.file)"
        guard let bytes = FileManager.default.contents(atPath: path) else { return recorded.file }
        let source = Source(name: recorded.file, bytes: Array(bytes))
        var report = Report()
        let documents = DocumentParser.parse(source, as: SourceID(0), into: &report)
        let mine = documents.compactMap { span(of: recorded.address, in: $0.root) }.first
        guard let mine else { return recorded.file }
        return "\(recorded.file):\(source.position(ofByte: Int(mine.start)).line)"
    }

    /// Where a document, or a part of it that is a resource of its own, says its name.
    private static func span(of address: Address, in root: Node) -> SourceSpan? {
        let id = root.entry("id")?.value
        guard let parent = address.parent else { return id?.text == address.id ? id?.span : nil }
        guard id?.text == parent.id, let kind = root["kind"]?.text else { return nil }
        let rules = Catalog.kinds.first { $0.name.description == kind }
        return rules?.children(of: root)
            .first { $0.type == address.type && $0.id == address.id }?.span
    }
}

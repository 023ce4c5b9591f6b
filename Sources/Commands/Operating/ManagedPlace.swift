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
        let mine = documents.compactMap { $0.root.entry("id") }.first { entry in
            entry.value.text == recorded.address.id
        }
        guard let mine else { return recorded.file }
        return "\(recorded.file):\(source.position(ofByte: Int(mine.value.span.start)).line)"
    }
}

import Foundation
import Testing

@testable import Commands

@Suite struct `the files in schemas` {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("schemas")

    @Test func `are what weir schema prints`() throws {
        for file in SchemaFiles.all {
            let stored = try String(
                contentsOf: Self.folder.appendingPathComponent(file.name), encoding: .utf8)
            #expect(stored == file.text, "run `weir schema` to write \(file.name) again")
        }
    }

    @Test func `are no others than those`() throws {
        let stored = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(stored.sorted() == SchemaFiles.all.map(\.name).sorted())
    }
}

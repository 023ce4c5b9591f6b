import Foundation

/// A folder of documents and of the writes that come of them, each as a file.
public struct WireFolder: Sendable {
    private let folder: URL

    /// `Fixtures/wire` beside a test's file.
    public init(besides file: String = #filePath) {
        folder = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/wire")
    }

    /// The text of a document.
    public func document(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }

    /// What writes must equal; with `RECORD=1` the file first becomes the text.
    public func kept(_ name: String, recording text: String) throws -> String {
        let file = folder.appendingPathComponent("\(name).json")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        return try String(contentsOf: file, encoding: .utf8)
    }
}

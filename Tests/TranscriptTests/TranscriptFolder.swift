import Foundation

/// The folder a story plays in: a copy of `flows/`, and the variables of a person at work.
enum TranscriptFolder {
    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Makes a folder of its own with a copy of `flows/`.
    static func make() throws -> URL {
        let work = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: root.appendingPathComponent("flows"), to: work.appendingPathComponent("flows"))
        try? FileManager.default.removeItem(at: work.appendingPathComponent("flows/.weir"))
        return work
    }

    /// The environment variables, with an emulator's base URL.
    static func variables(_ url: String) -> [String: String] {
        [
            "LYTICS_API_URL": url, "LYTICS_API_TOKEN": "at.transcripts.secret",
            "FRONTLINE_BASE_URL": url + "/public/v1",
            "FRONTLINE_API_KEY": "user.transcripts.secret", "TENEX_API_BASE": url,
            "TENEX_API_KEY": "tnx_transcr1_secret",
            "WEIR_KEY": "a key for transcripts, long enough to be one",
        ]
    }
}

import Documents
import EmulatedKit
import Foundation
import Platforms

extension Subject {
    /// The project in `flows/`, whose files a world copies instead of writing documents.
    static func example(_ preset: EmulatedPreset) -> Subject {
        Subject(
            name: "flows, \(preset)", project: [:], documents: [], few: [], alternatives: [:],
            exempt: [:], following: [:], preset: preset, variables: [:],
            urlVariables: [
                "LYTICS_API_URL": "", "FRONTLINE_BASE_URL": "/public/v1", "TENEX_API_BASE": "",
            ],
            behindOurBack: ("", "", "", ""))
    }
}

extension World {
    /// Puts a copy of `flows/` in the place of the project.
    func copyExample() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.copyItem(at: root.appendingPathComponent("flows"), to: folder)
        try? FileManager.default.removeItem(at: folder.appendingPathComponent(".weir"))
    }

    /// Changes a wait, a condition, a message, a job, an auth and a connection of `flows/`, and
    /// takes a node out.
    func editExample() throws {
        for (path, old, new) in Self.edits {
            let file = folder.appendingPathComponent(path)
            let text = try String(contentsOf: file, encoding: .utf8)
            precondition(text.contains(old), "\(path) does not have `\(old)` any more")
            try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
        }
    }

    private static let edits = [
        ("lytics/filters/likely-to-return.filterql", "order_count > 2", "order_count > 3"),
        ("emulator.env", "BRAZE_API_KEY=braze-emulated", "BRAZE_API_KEY=braze-rotated"),
    ]
}

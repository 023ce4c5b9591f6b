import Foundation

/// Projects that a slip, a generator or somebody with bad intentions makes, each in one file.
enum HardProject: String, CaseIterable {
    case unknownKeys = "20,000 unknown keys"
    case unknownNames = "20,000 unknown names"
    case unknownVariables = "5,000 ${var.x} in one text"
    case longLine = "300 mistakes on a line of 400 kB"
    case oneFile = "6,000 documents in one file"
    case manyFiles = "6,000 files of one document"

    /// How long it may take.
    var aim: String { self == .manyFiles ? "" : "1 s" }

    /// Writes the project into a folder.
    func write(into folder: URL) throws {
        try FlowGenerator.project(into: folder)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    private var files: [(name: String, text: String)] {
        switch self {
        case .unknownKeys:
            [("a.yaml", Self.job(0) + (0..<20_000).map { "key_\($0): 1\n" }.joined())]
        case .unknownNames: [("a.yaml", Self.flow)]
        case .unknownVariables:
            [
                (
                    "a.yaml",
                    Self.job(0).replacing(
                        "Export 0", with: (0..<5_000).map { "${var.x\($0)}" }.joined())
                )
            ]
        case .longLine: [("a.json", Self.line)]
        case .oneFile: [("a.yaml", (0..<6_000).map(Self.job).joined(separator: "---\n"))]
        case .manyFiles: (0..<6_000).map { ("a\($0).yaml", Self.job($0)) }
        }
    }

    private static func job(_ number: Int) -> String {
        """
        kind: lytics/job
        id: export_\(number)
        name: "Export \(number)"
        workflow: webhook_triggers
        config: { webhook_url: "https://hooks.example.com/journeys" }

        """
    }

    private static var flow: String {
        let steps = (0..<20_000).map { number in
            """
              - slug: step_\(number)
                label: Step \(number)
                type_hint: delay
                delay: 1h
                next: stop_\(number)

            """
        }
        return """
            kind: lytics/flow
            id: welcome
            label: Welcome
            entry_segment_id: "${segment/new_signups}"
            entry_condition: in_segment
            steps:

            """ + steps.joined()
    }

    private static var line: String {
        let items = (0..<20_000).map { "{\"k\($0)\": \($0)}" }.joined(separator: ", ")
        let mistakes = (0..<300).map { "\"mistake_\($0)\": 1" }.joined(separator: ", ")
        return "{\"kind\": \"lytics/job\", \"id\": \"a\", \"name\": \"A\", \"workflow\": \"w\", "
            + "\"config\": {\"list\": [\(items)]}, \(mistakes)}"
    }
}

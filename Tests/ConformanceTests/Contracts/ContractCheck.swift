import Documents
import Foundation
import Subprocess

/// A place where an exchange is not as a contract has it.
struct Deviation: Hashable, Sendable, CustomStringConvertible {
    /// The operation as the contract writes it; what was sent, where no contract has it.
    let operation: String
    /// Where: `query.tag`, `body.steps[].next`, `200.data.status`.
    let place: String
    /// What is the case.
    var what = ""

    var description: String { "\(operation)  \(place)  \(what)" }

    /// Two are the same where they are about the same place of the same operation.
    static func == (left: Deviation, right: Deviation) -> Bool {
        left.operation == right.operation && left.place == right.place
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(operation)
        hasher.combine(place)
    }
}

/// A recording held against the contracts, with the JSON Schema validator that Python has.
///
/// The contracts lie in `Vendors`: what the vendors' OpenAPI files say of the operations that Weir
/// calls (`lytics.json`, `frontline.json`, which `condense.py` makes of those files), and what is
/// known of the operations that no file has (`samples.json`, written by hand from the vendor's
/// skills, each with its source).
struct ContractCheck {
    /// Every place that disagrees, once.
    let deviations: Set<Deviation>
    /// The operations of the contracts that the recording does not have.
    let unseen: [String]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Vendors")

    /// Checks a recording.
    init(_ recording: Recording) async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-recording-\(UUID().uuidString)")
        try Data(recording.text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let line =
            "python3 -W ignore check.py samples.json lytics.json frontline.json < \(file.path)"
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", "cd '\(Self.folder.path)' && \(line)"],
            environment: .custom(["PATH": "/usr/bin:/bin"]), output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 16))
        guard case .exited(0) = result.terminationStatus else {
            throw CheckError(message: result.standardError)
        }
        let lines = try result.standardOutput.split(separator: "\n").map {
            try JSON.parse(Array($0.utf8))
        }
        deviations = Set(
            lines.dropLast().map { line in
                Deviation(
                    operation: line["operation"]?.text ?? "", place: line["place"]?.text ?? "",
                    what: line["what"]?.text ?? "")
            })
        unseen = lines.last?["unseen"]?.list?.compactMap(\.text) ?? []
    }

    private struct CheckError: Error { let message: String }
}

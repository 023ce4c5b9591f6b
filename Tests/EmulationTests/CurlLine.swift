import Documents
import Foundation
import Subprocess

/// A curl line of the customer's documents, as their readers paste it into a shell.
struct CurlLine: Sendable {
    /// The line above it, which says what it does.
    let title: String
    /// The line, continued over several.
    let text: String

    /// Whether it names a variable.
    func names(_ variable: String) -> Bool { text.contains("${\(variable)}") }

    /// Every line of the fixture; what stands between two empty lines is one.
    static func all() throws -> [CurlLine] {
        try fixture("lytics.curl").components(separatedBy: "\n\n").dropFirst().map { block in
            let parts = block.split(separator: "\n", maxSplits: 1).map(String.init)
            return CurlLine(title: String(parts[0].dropFirst(2)), text: parts[1])
        }
    }

    /// The text of a file beside the tests.
    static func fixture(_ name: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// What came back, and what was sent.
    func run(_ variables: [String: String]) async throws -> CurlEnding {
        let text = text.trimmingCharacters(in: .newlines)
        // The same line again, with a `curl` that only shows its last argument.
        let echo = "curl() { for last; do :; done; printf '\\n%s' \"$last\"; }\n"
        let all = text + " -w '\\n%{http_code}'\n" + (sendsBody ? echo + text : "")
        let output = try await Shell.run(all, variables).output
        let parts = output.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return CurlEnding(status: 0, body: output) }
        return CurlEnding(
            status: Int(parts[1]) ?? 0, body: String(parts[0]),
            sent: parts.count > 2 ? try JSON.parse(Array(parts[2].utf8)) : nil)
    }

    private var sendsBody: Bool { text.contains("\n-d ") }
}

/// How a curl line ended.
struct CurlEnding: Equatable {
    let status: Int
    let body: String
    var sent: Value?

    var isSuccess: Bool { (200..<300).contains(status) }
    /// What the answer's envelope holds.
    var data: Value { (try? JSON.parse(Array(body.utf8)))?["data"] ?? .null }
}

/// Runs lines in a shell of their own.
enum Shell {
    static func run(
        _ line: String, _ variables: [String: String] = ["PATH": "/usr/bin:/bin"]
    ) async throws -> (output: String, status: Int) {
        var environment: [Environment.Key: String] = [:]
        for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", line], environment: .custom(environment),
            output: .string(limit: 1 << 20), error: .discarded)
        guard case .exited(let status) = result.terminationStatus else { return ("", -1) }
        return (result.standardOutput, Int(status))
    }
}

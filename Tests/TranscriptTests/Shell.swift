import Foundation

/// Runs the real `weir` in a folder of its own, through a shell.
struct Shell {
    let folder: URL
    var variables: [String: String]

    /// What a command printed, stdout and stderr as they came, and how it ended.
    struct Ending {
        var output: [String]
        var status: Int32
    }

    /// The folder in which the products of this build are.
    static let products = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent()

    /// Runs one command line on a terminal on which some lines are typed.
    func run(_ command: String, typing lines: [String]) async throws -> Ending {
        guard !lines.isEmpty else { return try await run(command) }
        var shell = self
        shell.variables["COMMAND"] = command
        shell.variables["TYPED"] = lines.joined(separator: "\n")
        shell.variables["NO_COLOR"] = "1"
        return try await shell.run(
            #"printf '%s\n' "$TYPED" | script -q -E never -e -c "$COMMAND" /dev/null"#)
    }

    /// Runs one command line; waits without holding a thread, which the emulator needs.
    func run(_ command: String) async throws -> Ending {
        let file = folder.appendingPathComponent(".output-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let process = start(command, handle)
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        try handle.close()
        // A terminal ends its lines with `\r\n`, which Swift takes for one character.
        var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .replacingOccurrences(of: "\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.trimEnd()
        return Ending(output: lines, status: status)
    }

    private func start(_ command: String, _ output: FileHandle) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        var environment = variables
        environment["PATH"] = Self.products.path + ":/usr/bin:/bin"
        environment["HOME"] = folder.path
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        return process
    }
}

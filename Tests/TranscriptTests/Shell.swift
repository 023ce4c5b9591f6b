import Foundation
import Subprocess

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
        // Where a line breaks must not depend on how long ports and folders are.
        shell.variables["COLUMNS"] = "1000"
        return try await shell.run(
            #"printf '%s\n' "$TYPED" | script -q -E never -e -c "$COMMAND" /dev/null"#)
    }

    /// Runs one command line, and does something while it runs; waits without holding a thread,
    /// which the emulator needs.
    func run(
        _ command: String, during work: (Running) async throws -> Void = { _ in }
    ) async throws -> Ending {
        let file = folder.appendingPathComponent(".output-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: file) }
        let arguments = ["-c", Self.script, "sh", folder.path, file.path, command]
        let result = try await Subprocess.run(
            .name("sh"), arguments: Arguments(arguments), environment: .custom(environment),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            let running = Running(file: file, id: execution.processIdentifier.value)
            do {
                try await work(running)
            } catch {
                running.send(SIGKILL)
                throw error
            }
        }
        let output = try Running(file: file, id: 0).output
        return Ending(output: output, status: Self.status(result.terminationStatus))
    }

    /// Both outputs go to one file, in the order in which they come.
    private static let script =
        #"cd "$1" && exec >"$2" 2>&1 </dev/null; command=$3; set --; eval "$command""#

    private static func status(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): signal
        }
    }

    private var environment: [Environment.Key: String] {
        var variables = variables
        variables["PATH"] = Self.products.path + ":/usr/bin:/bin"
        variables["HOME"] = folder.path
        var environment: [Environment.Key: String] = [:]
        for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
        return environment
    }
}

/// A command that runs now; `exec` in front of it makes its process the shell's.
struct Running {
    fileprivate let file: URL
    fileprivate let id: Int32

    /// What it printed so far.
    var output: [String] {
        get throws {
            // A terminal ends its lines with `\r\n`, which Swift takes for one character.
            var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                .replacingOccurrences(of: "\r\n", with: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines.trimEnd()
            return lines
        }
    }

    /// Sends a signal to it.
    func send(_ signal: Int32) { kill(id, signal) }

    /// Waits until it printed a line that begins so; false where that does not happen.
    func prints(_ beginning: String) async throws -> Bool {
        for _ in 0..<2_000_000 {
            if try output.contains(where: { $0.hasPrefix(beginning) }) { return true }
            await Task.yield()
        }
        return false
    }
}

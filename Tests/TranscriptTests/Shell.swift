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

    /// Runs one command line.
    func run(_ command: String) throws -> Ending {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        var environment = variables
        environment["PATH"] = Self.products.path + ":/usr/bin:/bin"
        environment["HOME"] = folder.path
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var lines = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.trimEnd()
        return Ending(output: lines, status: process.terminationStatus)
    }
}

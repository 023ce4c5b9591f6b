import Foundation

/// `weir emulate` in a process of its own, so that its memory and time are not measured.
struct EmulatorProcess {
    /// Where it listens.
    let url: String
    private let process: Process

    /// Starts the `weir` beside this program and waits for its base URL.
    init() throws {
        let program = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
            .deletingLastPathComponent().appending(path: "weir")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = ["emulate", "--port", "0", "--switch", "no-strict-flows"]
        process.standardOutput = pipe
        try process.run()
        var line = ""
        while !line.hasSuffix("\n") {
            guard let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else {
                throw ChildFailure(arguments: ["emulate"], status: 1, text: line)
            }
            line += String(decoding: byte, as: UTF8.self)
        }
        url = String(line.dropLast())
        self.process = process
    }

    /// Ends it.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

import Foundation

/// One run of a program on chosen cores, and what it printed about itself.
struct ChildRun {
    /// Seconds from start to the end of its output, which Foundation tells sooner than its exit.
    let wall: Double
    /// What it printed as `name=value`.
    let values: [String: Double]

    /// Seconds by its own clock, else from outside.
    var seconds: Double { values["seconds"] ?? wall }
    /// Its peak memory in megabytes, where it told.
    var peak: Double? { values["peak"] }

    /// Runs a program to its end.
    init(_ program: URL, _ arguments: [String], cores: String? = nil) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        if let cores {
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["taskset", "-c", cores, program.path] + arguments
        }
        process.standardOutput = pipe
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        wall = start.duration(to: clock.now).inSeconds
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ChildFailure(
                arguments: arguments, status: process.terminationStatus,
                text: String(decoding: bytes, as: UTF8.self))
        }
        var values: [String: Double] = [:]
        for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "=")
            if parts.count == 2 { values[String(parts[0])] = Double(parts[1]) }
        }
        self.values = values
    }
}

/// A child that ended badly.
struct ChildFailure: Error {
    let arguments: [String]
    let status: Int32
    let text: String
}

extension Duration {
    /// The length in seconds.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

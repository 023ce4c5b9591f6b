import Foundation

/// One measured thing in a process of its own, so that memory and cores are its alone.
enum Child {
    /// Does what the arguments name and prints `name=value` words.
    static func run(_ arguments: [String]) async throws {
        let folder = URL(filePath: arguments.count > 1 ? arguments[1] : ".")
        switch arguments.first {
        case "libyaml": try report(["seconds": LibYAML.secondsToParse(folder)])
        case "validate": try await report(["seconds": Validation.seconds(folder)])
        case "messages": await report(["seconds": Validation.secondsWithMessages(folder)])
        case "plan":
            let flows = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0
            let since = arguments.count > 3 ? PlanRun.Since(rawValue: arguments[3]) : nil
            try await report(PlanRun.measure(folder, flows: flows, since: since ?? .nothing))
        default: throw ChildFailure(arguments: arguments, status: 64, text: "unknown child")
        }
    }

    private static func report(_ values: [String: Double]) {
        var values = values
        values["peak"] = peakMegabytes()
        print(values.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " "))
    }

    /// The most memory this process ever held, as Linux tells it.
    private static func peakMegabytes() -> Double? {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        return kilobytes.flatMap { Double($0) }.map { $0 / 1024 }
    }
}

/// Times a piece of work on the continuous clock.
func timed<Result>(
    _ work: () async throws -> Result
) async rethrows -> (result: Result, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await work()
    return (result, start.duration(to: clock.now).inSeconds)
}

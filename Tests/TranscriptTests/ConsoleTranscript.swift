import Foundation

/// A shell session as text: `$ command`, what must follow, and `? 2` for an exit status.
///
/// Lines `> yes` under a command are typed on a terminal; without any there is no terminal.
/// `[..]` stands for anything within a line, a line `...` for any lines. Lines before the first
/// command are prose.
struct ConsoleTranscript {
    /// One command with what must follow.
    struct Step {
        var command: String
        var typed: [String] = []
        var expected: [String]
        var status: Int32
    }

    /// The prose before the first command.
    var prose: [String] = []
    /// The commands in order.
    var steps: [Step] = []

    /// Reads a transcript.
    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), expected: [], status: 0))
            } else if line.hasPrefix("? "), let status = Int32(line.dropFirst(2)) {
                steps[steps.count - 1].status = status
            } else if line.hasPrefix("> "), steps.last?.expected.isEmpty == true {
                steps[steps.count - 1].typed.append(String(line.dropFirst(2)))
            } else if steps.isEmpty {
                prose.append(line)
            } else {
                steps[steps.count - 1].expected.append(line)
            }
        }
        for index in steps.indices { steps[index].expected.trimEnd() }
    }

    /// Whether an output is what a step expects.
    static func matches(_ expected: [String], _ output: [String]) -> Bool {
        guard let first = expected.first else { return output.isEmpty }
        if first == "..." {
            return (0...output.count).contains {
                matches(Array(expected.dropFirst()), Array(output.dropFirst($0)))
            }
        }
        guard let line = output.first, matches(line: first, line) else { return false }
        return matches(Array(expected.dropFirst()), Array(output.dropFirst()))
    }

    private static func matches(line expected: String, _ line: String) -> Bool {
        let parts = expected.components(separatedBy: "[..]")
        guard parts.count > 1 else { return expected == line }
        var rest = Substring(line)
        for (index, part) in parts.enumerated() where !part.isEmpty {
            guard let range = rest.range(of: part) else { return false }
            if index == 0, range.lowerBound != rest.startIndex { return false }
            rest = rest[range.upperBound...]
        }
        return parts.last == "" || rest.isEmpty
    }
}

extension [String] {
    /// Removes empty lines at the end.
    mutating func trimEnd() {
        while last?.isEmpty == true { removeLast() }
    }
}

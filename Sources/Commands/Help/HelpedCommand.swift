import ArgumentParser

/// A command whose `--help` ends with examples, and with exit statuses where scripts ask for them.
protocol HelpedCommand: ParsableCommand {
    /// Command lines that work, without the `weir` before them.
    static var examples: [String] { get }
    /// How it may end beside success and failure.
    static var statuses: [ExitStatus] { get }
}

extension HelpedCommand {
    static var statuses: [ExitStatus] { [] }

    /// What stands below the options.
    static var helpEnd: String {
        var parts = [examples.map { "  weir \($0)\n" }.joined()]
        parts[0] = "EXAMPLES:\n" + parts[0]
        if !statuses.isEmpty {
            let lines = statuses.map { status in
                "  \(String(status.rawValue).padded(to: 4))\(status.summary)\n"
            }
            parts.append("EXIT STATUSES:\n" + lines.joined())
        }
        return parts.joined(separator: "\n")
    }
}

extension String {
    /// The text with spaces up to a width.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

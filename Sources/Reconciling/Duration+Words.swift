extension Duration {
    /// As people say it, rounded up to seconds: `41 s`, `3 min 20 s`, `2 h 5 min`.
    var words: String {
        let seconds = roundedUp
        return switch seconds {
        case ..<120: "\(max(seconds, 0)) s"
        case ..<7200: Duration.joined(seconds / 60, "min", seconds % 60, "s")
        default: Duration.joined(seconds / 3600, "h", (seconds % 3600 + 59) / 60, "min")
        }
    }

    /// About how long: whole minutes, or seconds below two minutes.
    var roughWords: String {
        let seconds = roundedUp
        return seconds < 120 ? words : Duration.seconds((seconds + 59) / 60 * 60).words
    }

    private var roundedUp: Int64 { components.seconds + (components.attoseconds > 0 ? 1 : 0) }

    private static func joined(
        _ number: Int64, _ unit: String, _ rest: Int64, _ smaller: String
    ) -> String {
        "\(number) \(unit)" + (rest > 0 ? " \(rest) \(smaller)" : "")
    }
}

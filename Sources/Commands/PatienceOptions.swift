import ArgumentParser
import Reconciling

/// What every verb takes that reaches a platform.
struct PatienceOptions: ParsableArguments {
    @Option(help: "How long one call may wait and be repeated in all, such as 30s or 5m.")
    var patience = PatienceArgument(duration: Waiting.defaultBound)
}

/// A duration as typed: a number with `s`, `m` or `h`.
struct PatienceArgument: ExpressibleByArgument {
    /// The duration.
    var duration: Duration

    init(duration: Duration) { self.duration = duration }

    init?(argument: String) {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = argument.last.flatMap({ units[$0] }),
            argument.dropLast().allSatisfy({ ("0"..."9").contains($0) }),
            let number = Int64(argument.dropLast()), number <= 86_400
        else { return nil }
        duration = .seconds(number * unit)
    }

    var defaultValueDescription: String {
        let seconds = duration.components.seconds
        return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
    }
}

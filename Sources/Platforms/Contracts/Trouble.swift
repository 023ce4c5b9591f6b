import Documents

/// Why a live object does not do its work.
public struct Trouble: Sendable, Hashable {
    /// How bad it is, the worst first.
    public enum Degree: String, Sendable, CaseIterable, Comparable {
        /// It stopped by itself.
        case failed
        /// It cannot work as it is.
        case unhealthy
        /// People stopped it.
        case paused

        /// Orders from worst to least.
        public static func < (left: Degree, right: Degree) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// How bad it is.
    public var degree: Degree
    /// What the platform says: `fault (3 errors)`, `expired`.
    public var words: String

    /// Describes trouble.
    public init(_ degree: Degree, _ words: String) {
        self.degree = degree
        self.words = words
    }
}

extension Lifecycle {
    /// The trouble of an object that people stopped; nil where it is in another state.
    package func pause(of object: ObservedResource) -> Trouble? {
        guard let state = object.value[field]?.scalarText,
            transitions.contains(where: { $0.action == .pause && $0.to == state })
        else { return nil }
        let isSwitch = ["true", "false"].contains(state)
        return Trouble(.paused, isSwitch ? "\(field): \(state)" : state.lowercased())
    }
}

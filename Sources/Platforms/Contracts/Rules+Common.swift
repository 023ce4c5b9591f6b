import Documents

extension Rules {
    /// False where nothing is written.
    package static let off = Rules.defaulting(false)
    /// Starts, pauses or stops the object.
    package static let lifecycle = Rules.with { $0.isLifecycle = true }
    /// A written graph is the whole graph; its changes go to the draft of a running flow.
    package static let wholeGraph = Rules.with {
        $0.onRunning = .newVersion
        $0.isWhole = true
        $0.isNeverNull = true
    }
}

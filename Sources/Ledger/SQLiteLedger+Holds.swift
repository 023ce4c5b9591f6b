extension SQLiteLedger {
    /// Marks a run that takes no lock as under way until the hold is released or the process ends.
    public func hold(_ run: Int64) async throws(LedgerError) -> RunHold {
        guard let file = file(of: run) else { return RunHold() }
        return try RunHold(path: file)
    }

    /// Whether a run is marked as under way.
    public func isHeld(_ run: Int64) async throws(LedgerError) -> Bool {
        guard let file = file(of: run) else { return false }
        return try RunHold.exists(at: file)
    }

    /// The file that a run locks; its number is never used again.
    private func file(of run: Int64) -> String? { path.map { "\($0).run-\(run).lock" } }
}

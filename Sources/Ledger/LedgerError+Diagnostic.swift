public import Diagnostics

extension LedgerError {
    /// The error as a problem to show.
    public func diagnostic() -> Diagnostic {
        switch self {
        case .locked(let holder, let since):
            .error(
                "ledger/locked", "the ledger is locked by \(holder) since \(since)",
                help: "wait for that run; if it is gone, `weir ledger unlock` takes the lock away")
        case .storage(let words):
            .error(
                "ledger/storage", "the ledger cannot be used: \(words)",
                help: "see to the file and its folder, or write another `ledger:` in weir.yaml")
        case .newer(let version):
            .error(
                "ledger/newer", "the ledger was written by a newer weir, in format \(version)",
                help: "use that version of weir; this one writes nothing to it")
        }
    }
}

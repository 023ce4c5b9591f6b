public import Diagnostics

extension LedgerError {
    /// The error as a problem to show.
    public func diagnostic() -> Diagnostic {
        switch self {
        case .locked(let lock):
            .error(
                LedgerCode.locked, "the ledger is locked by \(lock.text)",
                help: "wait for that run; its lock ends with its process, however that ends")
        case .storage(let words):
            .error(
                LedgerCode.storage, "the ledger cannot be used: \(words)",
                help: "check the file and its folder, or set another `ledger:` in weir.yaml")
        case .unwritable(let words):
            .error(
                LedgerCode.unwritable, "the ledger cannot be written: \(words)",
                help: "check free space and the file's permissions, then apply again: what was "
                    + "sent and not recorded is looked for first")
        case .replaced(let path):
            .error(
                LedgerCode.replaced,
                "the ledger `\(path)` was removed or replaced while this run was using it",
                help: "put it back as it was before the next apply: without it, what this run "
                    + "made is not known to be yours")
        case .notALedger(let path):
            .error(
                LedgerCode.notALedger, "`\(path)` is the database of another program, not a ledger",
                help: "set another `ledger:` in weir.yaml; this file was not changed")
        case .newer(let version):
            .error(
                LedgerCode.newer, "the ledger was written by a newer weir, in format \(version)",
                help: "use that version of weir; this one writes nothing to it")
        }
    }
}

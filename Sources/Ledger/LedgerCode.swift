package import Diagnostics

/// The codes for what can be wrong with the ledger.
package enum LedgerCode: String, ExplainedCode {
    case locked = "ledger/locked"
    case storage = "ledger/storage"
    case unwritable = "ledger/unwritable"
    case replaced = "ledger/replaced"
    case notALedger = "ledger/not-a-ledger"
    case newer = "ledger/newer"
    case unknownAddress = "ledger/unknown-address"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .locked:
            Meaning(
                "Another run of this project and environment is under way. Wait for it. Its "
                    + "lock belongs to its process: when that ends or is killed, also in another "
                    + "container, the lock is free at once, so there is nothing to unlock by hand.")
        case .storage:
            Meaning(
                "The ledger's file cannot be opened or read: check its folder's permissions. "
                    + "Nothing is sent to a platform that cannot be recorded.")
        case .unwritable:
            Meaning(
                "A write to the ledger was refused: the disk is full, or the file may only be "
                    + "read. The run starts nothing new, says what it sent and did not record, and "
                    + "ends with status 5 where something was sent. The next apply looks for it.")
        case .replaced:
            Meaning(
                "The ledger's file is not the one any more that this run opened: it was "
                    + "removed, moved or replaced. The run starts nothing new and says what it sent "
                    + "and did not record. Put the file back before the next apply.")
        case .notALedger:
            Meaning(
                "The path in `ledger:` names a SQLite database with tables of something else. "
                    + "Nothing in it was changed. Give the ledger a path of its own.")
        case .newer:
            Meaning(
                "A newer version wrote the ledger in a format that this one does not know. "
                    + "Use that version; this one leaves the file as it is.")
        case .unknownAddress:
            Meaning(
                "The ledger holds what was applied or adopted and not forgotten. `weir ledger "
                    + "list` shows the addresses.")
        }
    }
}

public import Diagnostics

/// What can be wrong with the ledger, and what to do.
public enum LedgerExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "ledger/locked",
            text: "Another run of this project and environment is under way. Wait for it. Its "
                + "lock belongs to its process: when that ends or is killed, also in another "
                + "container, the lock is free at once, so there is nothing to unlock by hand."),
        Explanation(
            code: "ledger/storage",
            text: "The ledger's file cannot be opened or read: check its folder's permissions. "
                + "Nothing is sent to a platform that cannot be recorded."),
        Explanation(
            code: "ledger/unwritable",
            text: "A write to the ledger was refused: the disk is full, or the file may only be "
                + "read. The run starts nothing new, says what it sent and did not record, and "
                + "ends with status 5 where something was sent. The next apply looks for it."),
        Explanation(
            code: "ledger/replaced",
            text: "The ledger's file is not the one any more that this run opened: it was "
                + "removed, moved or replaced. The run starts nothing new and says what it sent "
                + "and did not record. Put the file back before the next apply."),
        Explanation(
            code: "ledger/not-a-ledger",
            text: "The path in `ledger:` names a SQLite database with tables of something else. "
                + "Nothing in it was changed. Give the ledger a path of its own."),
        Explanation(
            code: "ledger/newer",
            text: "A newer version wrote the ledger in a format that this one does not know. "
                + "Use that version; this one leaves the file as it is."),
        Explanation(
            code: "ledger/unknown-address",
            text: "The ledger holds what was applied or adopted and not forgotten. `weir ledger "
                + "list` shows the addresses."),
    ]
}

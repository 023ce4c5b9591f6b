public import Diagnostics

/// What can be wrong with the ledger, and what to do.
public enum LedgerExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "ledger/locked",
            text: "Another run of this project and environment is writing now. Wait for it. The "
                + "lock of a process that was killed on this machine is taken over by itself; "
                + "one of another machine is taken away with `weir ledger unlock`."),
        Explanation(
            code: "ledger/storage",
            text: "The ledger's file cannot be read or written: check its folder's permissions "
                + "and the space on the disk. Nothing is sent to a platform that cannot be "
                + "recorded."),
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

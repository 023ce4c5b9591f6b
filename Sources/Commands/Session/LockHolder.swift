import Foundation

/// Who holds the ledger's lock, for people to read: a command, a machine and a process.
struct LockHolder: Sendable {
    /// The verb that took the lock.
    let command: String
    /// The machine's name.
    let host: String
    /// The process on that machine.
    let process: Int32

    /// This process, as the holder for a verb.
    static func current(_ command: String) -> LockHolder {
        LockHolder(
            command: command, host: ProcessInfo.processInfo.hostName,
            process: ProcessInfo.processInfo.processIdentifier)
    }

    /// What the ledger keeps and people read.
    var text: String { "weir \(command) on \(host), process \(process)" }
}

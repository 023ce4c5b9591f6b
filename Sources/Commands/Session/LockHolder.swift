import Foundation

/// Who holds the ledger's lock, as the ledger writes it: a command, a machine and a process.
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

    /// Whether a holder's process was on this machine and is gone: killed, it gave nothing back.
    static func isGone(_ text: String) -> Bool {
        let parts = text.components(separatedBy: ", process ")
        guard parts.count == 2, let process = Int32(parts[1]), process > 0 else { return false }
        guard parts[0].hasSuffix(" on \(ProcessInfo.processInfo.hostName)") else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}

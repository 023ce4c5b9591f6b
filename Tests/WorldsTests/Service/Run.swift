import Synchronization

/// One run of Weir in a world: its number, what goes wrong in it, and whether its process died.
final class Run: Sendable {
    /// What somebody else does while a write is under way.
    struct Meanwhile: Sendable {
        /// The write of the run, from 0.
        var write: Int
        /// What is done.
        var act: @Sendable () async -> Void
    }

    private struct State: Sendable {
        var isDead = false
        var isDoomed = false
        var sent = 0
        var refusals = 0
        var occurred: Set<String> = []
    }

    let number: Int
    let writeFaults: [WriteFault]
    let readFaults: [ReadFault]
    let meanwhile: Meanwhile?
    private let atDeath: @Sendable () -> Void
    private let state = Mutex(State())

    /// Numbers a run and says what goes wrong in it; `atDeath` keeps what is on the disk then.
    init(
        _ number: Int, writeFaults: [WriteFault] = [], readFaults: [ReadFault] = [],
        meanwhile: Meanwhile? = nil, atDeath: @escaping @Sendable () -> Void
    ) {
        self.number = number
        self.writeFaults = writeFaults
        self.readFaults = readFaults
        self.meanwhile = meanwhile
        self.atDeath = atDeath
    }

    /// Whether its process is gone: it reaches nothing any more.
    var isDead: Bool { state.withLock { $0.isDead } }
    /// The faults that happened, in the words that coverage counts.
    var occurred: Set<String> { state.withLock { $0.occurred } }

    /// Ends the process.
    func die(_ boundary: WriteFault.Boundary) {
        note(WriteFault.Kind.kill(boundary).word)
        state.withLock { $0.isDead = true }
        atDeath()
    }

    /// Lets the process die at its next request.
    func doom() { state.withLock { $0.isDoomed = true } }

    /// Whether a request reaches anything; a doomed process dies of it.
    func reaches() -> Bool {
        let (isDead, isDoomed) = state.withLock { ($0.isDead, $0.isDoomed) }
        if isDoomed, !isDead { die(.afterEnd) }
        return !isDead && !isDoomed
    }

    /// Notes that a fault happened.
    func note(_ word: String) { state.withLock { _ = $0.occurred.insert(word) } }

    /// Counts a write that is about to be sent, and tells what happens to it.
    func nextWrite() -> (index: Int, fault: WriteFault.Kind?) {
        let index = state.withLock { state in
            defer { state.sent += 1 }
            return state.sent
        }
        return (index, writeFaults.first { $0.write == index }?.kind)
    }

    /// Refuses a write; as long as there were fewer than so many, its repetition meets it again.
    func refuse(times: Int) {
        state.withLock { state in
            state.refusals += 1
            if state.refusals < times { state.sent -= 1 }
        }
    }
}

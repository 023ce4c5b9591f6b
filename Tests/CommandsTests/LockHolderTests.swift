import Testing

@testable import Commands

@Suite struct `the holder of the lock` {
    @Test func `is gone when its process is no more`() {
        let mine = LockHolder.current("apply")
        let dead = LockHolder(command: "apply", host: mine.host, process: 2_147_483_646)
        #expect(LockHolder.isGone(dead.text))
    }

    @Test func `is there while its process is`() {
        #expect(!LockHolder.isGone(LockHolder.current("apply").text))
    }

    @Test func `is believed where it is on another machine`() {
        let elsewhere = LockHolder(command: "apply", host: "elsewhere", process: 2_147_483_646)
        #expect(!LockHolder.isGone(elsewhere.text))
    }
}

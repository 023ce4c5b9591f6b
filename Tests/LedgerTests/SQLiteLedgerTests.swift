import Documents
import Foundation
import GRDB
import Platforms
import Testing

@testable import Ledger

@Suite struct `The ledger in a file` {
    private let folder: TemporaryFolder
    private let scope = LedgerScope(project: "shop", environment: "staging")

    init() throws { folder = try TemporaryFolder() }

    private func open() throws -> SQLiteLedger {
        try SQLiteLedger(path: folder.path + "/a/b/ledger.db")
    }

    private func item(_ id: String) -> RecordedResource {
        RecordedResource(
            address: Address("shop/item/\(id)"), kind: KindName("shop", "item"), liveID: 7,
            value: ["delay": 31_536_000_000_000_000, "token": .secret("T"), "share": 0.5],
            given: ["steps": ["one": 1]], digests: ["token": "abc"], isProtected: true,
            onRemove: .drain, file: "items.yaml", needs: [Address("shop/item/other")])
    }

    @Test func `a recorded resource comes back as it was, also after reopening`() async throws {
        try await open().record(item("a"), scope)
        let found = try await open().resources(scope)
        #expect(found == [Address("shop/item/a"): item("a")])
    }

    @Test func `recording twice keeps the second`() async throws {
        let ledger = try open()
        var resource = item("a")
        try await ledger.record(resource, scope)
        resource.onRemove = nil
        resource.liveID = "text"
        try await ledger.record(resource, scope)
        #expect(try await ledger.resources(scope)[resource.address] == resource)
    }

    @Test func `several resources are recorded together or not at all`() async throws {
        let ledger = try open()
        try await ledger.record([item("a"), item("b")], scope)
        let raw = try DatabaseQueue(path: folder.path + "/a/b/ledger.db")
        try await raw.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON resource WHEN NEW.address LIKE '%/d'
                    BEGIN SELECT RAISE(ABORT, 'no'); END
                    """)
        }
        await #expect(throws: LedgerError.self) {
            try await ledger.record([item("c"), item("d")], scope)
        }
        #expect(try await ledger.resources(scope).count == 2)
    }

    @Test func `environments do not see each other`() async throws {
        let ledger = try open()
        try await ledger.record(item("a"), scope)
        let other = LedgerScope(project: "shop", environment: "production")
        #expect(try await ledger.resources(other).isEmpty)
        try await ledger.bind(account: "shop", identity: "1", scope)
        #expect(try await ledger.identities(other).isEmpty)
    }

    @Test func `a resource can be moved and forgotten`() async throws {
        let ledger = try open()
        try await ledger.record(item("a"), scope)
        try await ledger.move(Address("shop/item/a"), to: Address("shop/item/b"), scope)
        #expect(try await Array(ledger.resources(scope).keys) == [Address("shop/item/b")])
        try await ledger.forget(Address("shop/item/b"), scope)
        #expect(try await ledger.resources(scope).isEmpty)
    }

    @Test func `a move onto a recorded address is refused`() async throws {
        let ledger = try open()
        try await ledger.record(item("a"), scope)
        try await ledger.record(item("b"), scope)
        await #expect(throws: LedgerError.self) {
            try await ledger.move(Address("shop/item/a"), to: Address("shop/item/b"), scope)
        }
        #expect(try await ledger.resources(scope).count == 2)
    }

    @Test func `runs are numbered and the newest comes first`() async throws {
        let ledger = try open()
        let first = try await ledger.beginRun(
            scope, command: "apply", planDigest: "d1", at: "t1")
        let second = try await ledger.beginRun(
            scope, command: "destroy", planDigest: "d2", at: "t2")
        try await ledger.endRun(first, outcome: "2 done", at: "t3")
        let history = try await ledger.history(scope)
        #expect(history.map(\.id) == [second, first])
        #expect(history.map(\.endedAt) == [nil, "t3"])
        #expect(history.map(\.outcome) == ["", "2 done"])
    }

    @Test func `a begun call is open until it ends`() async throws {
        let ledger = try open()
        let run = try await ledger.beginRun(scope, command: "apply", planDigest: "", at: "t")
        var entry = JournalEntry(
            id: 0, run: run, row: 3, address: Address("shop/item/a"), callIndex: 1,
            planned: ["x": .captured(Slot("shop/item/b"))], request: ["line": "POST /items"])
        entry.id = try await ledger.beginCall(entry, scope, at: "t")
        #expect(try await open().openCalls(scope) == [entry])
        try await ledger.endCall(entry.id, CallEnd(.done), recording: item("a"), at: "t")
        #expect(try await ledger.openCalls(scope).isEmpty)
        #expect(try await ledger.resources(scope).count == 1)
    }

    @Test func `the record of a row is kept once, and gone with its last open call`() async throws {
        let ledger = try open()
        let run = try await ledger.beginRun(scope, command: "apply", planDigest: "", at: "t")
        var entry = JournalEntry(
            id: 0, run: run, row: 3, address: Address("shop/item/a"), callIndex: 1,
            planned: ["x": 1], request: ["line": "POST /items"], record: ["much": "text"],
            learnt: ["shop/item/a read": 4])
        let first = try await ledger.beginCall(entry, scope, at: "t")
        let made: Value = ["shop/item/a id": 5]
        try await ledger.endCall(first, CallEnd(.done, captures: made), recording: nil, at: "t")
        entry.record = nil
        entry.learnt = [:]
        let second = try await ledger.beginCall(entry, scope, at: "t")
        try await ledger.pruneJournal(scope)
        let open = try #require(try await ledger.openCalls(scope).first)
        #expect(open.record == ["much": "text"])
        #expect(open.learnt == ["shop/item/a read": 4, "shop/item/a id": 5])
        try await ledger.endCall(second, CallEnd(.done), recording: nil, at: "t")
        try await ledger.pruneJournal(scope)
        let raw = try DatabaseQueue(path: folder.path + "/a/b/ledger.db")
        let left = try await raw.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM journal_record")
        }
        #expect(left == 0)
    }

    @Test func `a run without the lock is seen by others until it ends`() async throws {
        let ledger = try open()
        let run = try await ledger.beginRun(scope, command: "pause", planDigest: "", at: "t")
        let other = try open()
        #expect(try await !other.isHeld(run))
        let hold = try await ledger.hold(run)
        #expect(try await other.isHeld(run))
        #expect(try await !other.isHeld(run + 1))
        hold.release()
        #expect(try await !other.isHeld(run))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/b")
        #expect(!files.contains { $0.hasSuffix(".lock") })
    }

    @Test func `a ledger of a newer weir is refused and not touched`() throws {
        _ = try open()
        let raw = try DatabaseQueue(path: folder.path + "/a/b/ledger.db")
        try raw.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9')") }
        #expect(throws: LedgerError.newer(version: 9)) { try open() }
    }

    @Test func `every write is on the disk before it returns`() throws {
        let ledger = try open()
        let modes = try ledger.settings()
        #expect(modes.journal == "wal")
        #expect(modes.synchronous == 2)
    }

    @Test func `a file that is no ledger is refused with its path`() throws {
        #expect(throws: LedgerError.self) { try SQLiteLedger(path: folder.path) }
    }

    @Test func `a ledger in memory works like one in a file`() async throws {
        let ledger = try SQLiteLedger()
        try await ledger.record(item("a"), scope)
        #expect(try await ledger.resources(scope).count == 1)
    }
}

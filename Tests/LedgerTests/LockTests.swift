import Foundation
import GRDB
import Subprocess
import Testing

@testable import Ledger

@Suite struct `The lock of a ledger` {
    private let folder: TemporaryFolder
    private let scope = LedgerScope(project: "shop", environment: "staging")
    private var path: String { folder.path + "/ledger.db" }
    private var lockPath: String { path + ".shop.staging.lock" }

    init() throws { folder = try TemporaryFolder() }

    enum Kept: CaseIterable { case inFile, inMemory }

    private func open(_ kept: Kept) throws -> SQLiteLedger {
        switch kept {
        case .inFile: try SQLiteLedger(path: path)
        case .inMemory: try SQLiteLedger()
        }
    }

    @Test(arguments: Kept.allCases)
    func `is one run's at a time, and names it`(_ kept: Kept) async throws {
        let ledger = try open(kept)
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        let ann = LedgerLock(holder: "ann", since: "nine")
        await #expect(throws: LedgerError.locked(ann)) {
            _ = try await ledger.lock(scope, holder: "bob", at: "ten")
        }
        #expect(try await ledger.holder(of: scope) == ann)
        await ledger.unlock(scope, hold)
        #expect(try await ledger.holder(of: scope) == nil)
        let next = try await ledger.lock(scope, holder: "bob", at: "ten")
        #expect(next.interrupted == nil)
        await ledger.unlock(scope, next)
    }

    @Test(arguments: Kept.allCases)
    func `is given back once, and not for the next holder`(_ kept: Kept) async throws {
        let ledger = try open(kept)
        let first = try await ledger.lock(scope, holder: "ann", at: "nine")
        await ledger.unlock(scope, first)
        let second = try await ledger.lock(scope, holder: "bob", at: "ten")
        first.release()
        #expect(try await ledger.holder(of: scope)?.holder == "bob")
        await ledger.unlock(scope, second)
    }

    @Test(arguments: Kept.allCases)
    func `of one environment leaves the others free`(_ kept: Kept) async throws {
        let ledger = try open(kept)
        let other = LedgerScope(project: "shop", environment: "production")
        let holds = [
            try await ledger.lock(scope, holder: "ann", at: "nine"),
            try await ledger.lock(other, holder: "bob", at: "ten"),
        ]
        #expect(try await ledger.holder(of: scope)?.holder == "ann")
        #expect(try await ledger.holder(of: other)?.holder == "bob")
        for hold in holds { hold.release() }
    }

    @Test(arguments: Kept.allCases)
    func `that its run never gave back tells of the run, and keeps nobody out`(
        _ kept: Kept
    ) async throws {
        let ledger = try open(kept)
        let dead = try await ledger.lock(scope, holder: "ann", at: "nine")
        dead.release()
        #expect(try await ledger.holder(of: scope) == nil)
        let hold = try await ledger.lock(scope, holder: "bob", at: "ten")
        #expect(hold.interrupted == LedgerLock(holder: "ann", since: "nine"))
        await ledger.unlock(scope, hold)
    }

    @Test func `is a file that stays, and is for its user alone`() async throws {
        let ledger = try open(.inFile)
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        await ledger.unlock(scope, hold)
        #expect(try FileStatus.of(lockPath)?.mode == 0o600)
        #expect(try FileStatus.of(lockPath)?.size == 0)
    }

    @Test func `is the same by every path that leads to the ledger`() async throws {
        let ledger = try open(.inFile)
        let link = folder.path + "/link.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        let other = try SQLiteLedger(path: link)
        #expect(try await other.holder(of: scope)?.holder == "ann")
        await #expect(throws: LedgerError.self) {
            _ = try await other.lock(scope, holder: "bob", at: "ten")
        }
        hold.release()
    }

    @Test func `is not taken through a link`() async throws {
        let ledger = try open(.inFile)
        try FileManager.default.createSymbolicLink(
            atPath: lockPath, withDestinationPath: folder.path + "/other")
        await #expect(throws: LedgerError.self) {
            _ = try await ledger.lock(scope, holder: "ann", at: "nine")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/other"))
    }

    @Test(arguments: ["..", "a/b", "a.b", "é", ""])
    func `has a file beside the ledger, whatever the names`(_ name: String) async throws {
        let ledger = try open(.inFile)
        let odd = LedgerScope(project: "shop", environment: name)
        let hold = try await ledger.lock(odd, holder: "ann", at: "nine")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count { $0.hasPrefix("ledger.db.shop.") && $0.hasSuffix(".lock") } == 1)
        hold.release()
    }

    @Test func `of another process is seen, and is free when that is killed`() async throws {
        let ledger = try open(.inFile)
        _ = try await Subprocess.run(
            .name("perl"), arguments: ["-e", Self.holder, lockPath], input: .none,
            output: .sequence,
            error: .discarded
        ) { execution in
            var lines = execution.standardOutput.makeAsyncIterator()
            _ = try await lines.next()
            #expect(try OSLock.isHeld(at: lockPath) == true)
            await #expect(throws: LedgerError.locked(.unnamed)) {
                _ = try await ledger.lock(scope, holder: "ann", at: "nine")
            }
            try execution.send(signal: .kill)
        }
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        hold.release()
    }

    /// Locks a file as another program would, says so, and waits for ever.
    private static let holder = """
        use Fcntl ':flock'; open(F, '>>', $ARGV[0]); flock(F, LOCK_EX | LOCK_NB) or exit 1;
        $| = 1; print "held\\n"; sleep 1 while 1;
        """

    @Test func `is not inherited by a child`() async throws {
        let lock = try #require(try OSLock.taken(at: lockPath))
        _ = try await Subprocess.run(
            .name("perl"), arguments: ["-e", #"$| = 1; print "up\n"; sleep 1 while 1;"#],
            input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines = execution.standardOutput.makeAsyncIterator()
            _ = try await lines.next()
            #expect(try OSLock.isHeld(at: lockPath) == true)
            lock.release()
            #expect(try OSLock.isHeld(at: lockPath) == false)
            try execution.send(signal: .kill)
        }
    }

    @Test func `is asked for without making its file`() throws {
        #expect(try OSLock.isHeld(at: lockPath) == false)
        #expect(try FileStatus.of(lockPath) == nil)
    }
}

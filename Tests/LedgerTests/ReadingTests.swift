import Foundation
import GRDB
import Platforms
import Testing

@testable import Ledger

@Suite struct `A ledger that is only read` {
    private let folder: TemporaryFolder
    private let scope = LedgerScope(project: "shop", environment: "staging")
    private var path: String { folder.path + "/ledger.db" }

    init() throws { folder = try TemporaryFolder() }

    @Test func `is empty where there is none, and makes nothing`() async throws {
        let missing = folder.path + "/a/ledger.db"
        let ledger = try SQLiteLedger(reading: missing)
        #expect(try await ledger.resources(scope).isEmpty)
        #expect(try await ledger.holder(of: scope) == nil)
        #expect(try Traces(folder.path).names == [])
    }

    @Test func `leaves no trace of it`() async throws {
        try await SQLiteLedger(path: path).record(item("a"), scope)
        let before = try Traces(folder.path)
        #expect(before.names == ["ledger.db"])
        let ledger = try SQLiteLedger(reading: path)
        #expect(try await ledger.resources(scope).count == 1)
        #expect(try await ledger.holder(of: scope) == nil)
        #expect(try Traces(folder.path) == before)
    }

    @Test func `shows what a killed run left in its log, and leaves that as it is`() async throws {
        let writer = try SQLiteLedger(path: path)
        try await writer.record(item("a"), scope)
        let killed = try TemporaryFolder()
        for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
            try FileManager.default.copyItem(
                atPath: folder.path + "/" + name, toPath: killed.path + "/" + name)
        }
        let before = try Traces(killed.path)
        let ledger = try SQLiteLedger(reading: killed.path + "/ledger.db")
        #expect(try await ledger.resources(scope).count == 1)
        #expect(try Traces(killed.path) == before)
        try await writer.record(item("b"), scope)
    }

    @Test func `beside one that is written here shows the last commit, and disturbs it not`()
        async throws
    {
        let writer = try SQLiteLedger(path: path)
        for id in ["a", "b", "c"] {
            try await writer.record(item(id), scope)
            let ledger = try SQLiteLedger(reading: path)
            #expect(try await ledger.resources(scope)[item(id).address] == item(id))
        }
        #expect(try await writer.resources(scope).count == 3)
        #expect(try Traces(folder.path).names.contains("ledger.db-wal"))
    }

    @Test func `forgets what is written to it`() async throws {
        try await SQLiteLedger(path: path).record(item("a"), scope)
        let ledger = try SQLiteLedger(reading: path)
        try await ledger.record(item("b"), scope)
        #expect(try await ledger.resources(scope).count == 2)
        #expect(try await SQLiteLedger(reading: path).resources(scope).count == 1)
    }

    @Test func `knows who holds its lock, also who held it when it was read`() async throws {
        let writer = try SQLiteLedger(path: path)
        let hold = try await writer.lock(scope, holder: "ann", at: "nine")
        let during = try SQLiteLedger(reading: path)
        let ann = LedgerLock(holder: "ann", since: "nine")
        #expect(try await during.holder(of: scope) == ann)
        await writer.unlock(scope, hold)
        #expect(try await during.holder(of: scope) == ann)
        #expect(try await SQLiteLedger(reading: path).holder(of: scope) == nil)
    }

    @Test func `knows who took the lock after it was read`() async throws {
        let writer = try SQLiteLedger(path: path)
        let earlier = try SQLiteLedger(reading: path)
        let hold = try await writer.lock(scope, holder: "ann", at: "nine")
        #expect(try await earlier.holder(of: scope)?.holder == "ann")
        hold.release()
    }

    @Test func `takes no dead run for a live one`() async throws {
        let writer = try SQLiteLedger(path: path)
        try await writer.lock(scope, holder: "ann", at: "nine").release()
        #expect(try await SQLiteLedger(reading: path).holder(of: scope) == nil)
    }

    @Test func `is an error and never empty where it cannot be looked at`() throws {
        try Data().write(to: URL(filePath: folder.path + "/file"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/nothing")
        for name in ["file/ledger.db", "link", "."] {
            #expect(throws: LedgerError.self) {
                try SQLiteLedger(reading: folder.path + "/" + name)
            }
        }
    }
}

/// What is in a folder: a file that was made and removed again changes the folder's own time.
struct Traces: Equatable {
    private let folder: FileStatus?
    private let files: [String: FileStatus]
    private let bytes: [String: Data]

    init(_ path: String) throws {
        folder = try FileStatus.of(path)
        var files: [String: FileStatus] = [:]
        var bytes: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            files[name] = try FileStatus.of(path + "/" + name)
            bytes[name] = FileManager.default.contents(atPath: path + "/" + name)
        }
        self.files = files
        self.bytes = bytes
    }

    /// The names of the files.
    var names: [String] { files.keys.sorted() }
}

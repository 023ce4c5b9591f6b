import Diagnostics
import Foundation
import GRDB
import Platforms
import Testing

@testable import Ledger

@Suite struct `A ledger's file` {
    private let folder: TemporaryFolder
    private let scope = LedgerScope(project: "shop", environment: "staging")
    private var path: String { folder.path + "/ledger.db" }

    init() throws { folder = try TemporaryFolder() }

    @Test func `and its new folders are for their user alone`() async throws {
        let ledger = try SQLiteLedger(path: folder.path + "/a/b/ledger.db")
        try await ledger.record(item("a"), scope)
        for (name, mode) in [
            ("a", 0o700), ("a/b", 0o700), ("a/b/ledger.db", 0o600), ("a/b/ledger.db-wal", 0o600),
        ] {
            #expect(try FileStatus.of(folder.path + "/" + name)?.mode == mode_t(mode), "\(name)")
        }
    }

    @Test func `keeps the rights that it and its folder have`() throws {
        _ = try SQLiteLedger(path: path)
        unsafe chmod(path, 0o640)
        unsafe chmod(folder.path, 0o755)
        _ = try SQLiteLedger(path: path)
        #expect(try FileStatus.of(path)?.mode == 0o640)
        #expect(try FileStatus.of(folder.path)?.mode == 0o755)
    }

    @Test func `has no log beside it when nobody uses it any more`() async throws {
        do {
            let ledger = try SQLiteLedger(path: path)
            try await ledger.record(item("a"), scope)
            #expect(try Traces(folder.path).names.count == 3)
        }
        #expect(try Traces(folder.path).names == ["ledger.db"])
        #expect(try await SQLiteLedger(path: path).resources(scope).count == 1)
    }

    @Test func `takes a log that was left read-only for its own`() async throws {
        let left = try TemporaryFolder()
        do {
            let ledger = try SQLiteLedger(path: path)
            try await ledger.record(item("a"), scope)
            for name in try Traces(folder.path).names {
                try FileManager.default.copyItem(
                    atPath: folder.path + "/" + name, toPath: left.path + "/" + name)
            }
        }
        for log in ["ledger.db-wal", "ledger.db-shm"] { unsafe chmod(left.path + "/" + log, 0o444) }
        let ledger = try SQLiteLedger(path: left.path + "/ledger.db")
        for log in ["ledger.db-wal", "ledger.db-shm"] {
            #expect(try FileStatus.of(left.path + "/" + log)?.mode == 0o600)
        }
        try await ledger.record(item("b"), scope)
        #expect(try await ledger.resources(scope).count == 2)
    }

    @Test func `can be opened first by many at once`() async throws {
        for round in 0..<20 {
            let path = folder.path + "/\(round)/ledger.db"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        let ledger = try SQLiteLedger(path: path)
                        try await ledger.record(item("\(writer)"), scope)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await SQLiteLedger(reading: path).resources(scope).count == 8)
        }
    }

    enum Loss: CaseIterable { case removed, replaced, moved }

    @Test(arguments: Loss.allCases)
    func `that is not at its path any more is not written to`(_ loss: Loss) async throws {
        let ledger = try SQLiteLedger(path: path)
        try await ledger.record(item("a"), scope)
        let hold = try await ledger.lock(scope, holder: "ann", at: "nine")
        switch loss {
        case .removed: try FileManager.default.removeItem(atPath: path)
        case .moved: try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
        case .replaced:
            try FileManager.default.removeItem(atPath: path)
            _ = try SQLiteLedger(path: path)
        }
        await #expect(throws: LedgerError.replaced(path: path)) {
            try await ledger.record(item("b"), scope)
        }
        await ledger.unlock(scope, hold)
        #expect(try OSLock.isHeld(at: LedgerLocks.file(path, scope)) == false)
        #expect(try await SQLiteLedger(reading: path).resources(scope).isEmpty)
    }

    /// What is at a path, and is no ledger that this program knows.
    enum Stranger: CaseIterable {
        case database, databaseOfGRDB, ofAnother, text, newer

        func make(_ path: String) throws {
            switch self {
            case .database:
                try Self.execute("CREATE TABLE resource (id); CREATE TABLE bill (id)", path)
            case .databaseOfGRDB:
                try Self.execute(
                    "CREATE TABLE grdb_migrations (identifier); CREATE TABLE a (b)", path)
            case .ofAnother:
                // Tables as ours have, in a file that says whose it is.
                _ = try SQLiteLedger(path: path)
                try Self.execute("PRAGMA application_id = 7", path)
            case .text:
                try Data("not a database, but long enough".utf8).write(to: URL(filePath: path))
            case .newer:
                _ = try SQLiteLedger(path: path)
                try Self.execute("INSERT INTO grdb_migrations VALUES ('99')", path)
            }
        }

        static func execute(_ sql: String, _ path: String) throws {
            let database = try DatabaseQueue(path: path)
            try database.write { try $0.execute(sql: sql) }
            try database.close()
        }

        func isSaid(_ error: LedgerError?, _ path: String) -> Bool {
            switch self {
            case .database, .databaseOfGRDB, .ofAnother: error == .notALedger(path: path)
            case .text: error?.diagnostic().message.contains("not a database") == true
            case .newer: error == .newer(version: 99)
            }
        }
    }

    @Test func `says whose it is, also where an earlier version made it`() async throws {
        do { _ = try SQLiteLedger(path: path) }
        #expect(try owner(path) == LedgerSchema.applicationID)
        try Stranger.execute("PRAGMA application_id = 0", path)
        #expect(try await SQLiteLedger(reading: path).resources(scope).isEmpty)
        #expect(try owner(path) == 0)
        do { try await SQLiteLedger(path: path).record(item("a"), scope) }
        #expect(try owner(path) == LedgerSchema.applicationID)
        #expect(try await SQLiteLedger(path: path).resources(scope).count == 1)
    }

    private func owner(_ path: String) throws -> Int32? {
        try DatabaseQueue(path: path).read {
            try Int32.fetchOne($0, sql: "PRAGMA application_id")
        }
    }

    @Test func `of something else keeps the log that was left beside it`() throws {
        let left = try TemporaryFolder()
        let names = ["other", "other-wal", "other-shm"]
        do {
            let database = try DatabaseQueue(path: folder.path + "/other")
            try database.writeWithoutTransaction {
                try $0.execute(
                    sql:
                        "PRAGMA journal_mode = WAL; CREATE TABLE bill (id); INSERT INTO bill VALUES (1)"
                )
            }
            for name in names {
                try FileManager.default.copyItem(
                    atPath: folder.path + "/" + name, toPath: left.path + "/" + name)
            }
            try database.close()
        }
        unsafe chmod(left.path + "/other-wal", 0o444)
        let before = try Traces(left.path)
        let bytes = names.map { FileManager.default.contents(atPath: left.path + "/" + $0) }
        #expect(throws: LedgerError.self) { try SQLiteLedger(path: left.path + "/other") }
        #expect(try Traces(left.path).names == before.names)
        #expect(names.map { FileManager.default.contents(atPath: left.path + "/" + $0) } == bytes)
        #expect(try FileStatus.of(left.path + "/other-wal")?.mode == 0o444)
    }

    @Test(arguments: Stranger.allCases)
    func `of something else or of a newer weir is refused and not touched`(
        _ stranger: Stranger
    ) throws {
        try stranger.make(path)
        let before = try FileStatus.of(path)
        let bytes = FileManager.default.contents(atPath: path)
        let reading = #expect(throws: LedgerError.self) { try SQLiteLedger(reading: path) }
        #expect(stranger.isSaid(reading, path), "\(String(describing: reading))")
        let writing = #expect(throws: LedgerError.self) { try SQLiteLedger(path: path) }
        #expect(stranger.isSaid(writing, path), "\(String(describing: writing))")
        #expect(FileManager.default.contents(atPath: path) == bytes)
        #expect(try FileStatus.of(path) == before)
        #expect(try Traces(folder.path).names == ["ledger.db"])
    }
}

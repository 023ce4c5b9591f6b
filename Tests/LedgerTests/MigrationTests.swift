import Documents
import Foundation
import GRDB
import Platforms
import Testing

@testable import Ledger

@Suite struct `A ledger of format 1` {
    private let folder: TemporaryFolder
    private let staging = LedgerScope(project: "shop", environment: "staging")
    private let production = LedgerScope(project: "shop", environment: "production")
    private var path: String { folder.path + "/ledger.db" }

    init() throws {
        folder = try TemporaryFolder()
        let database = try DatabaseQueue(path: folder.path + "/ledger.db")
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try LedgerSchema.migrator.migrate(database, upTo: "1")
            try database.execute(sql: Self.rows)
        }
        try database.close()
    }

    enum Opened: CaseIterable { case reading, writing }

    private func open(_ opened: Opened) throws -> SQLiteLedger {
        switch opened {
        case .reading: try SQLiteLedger(reading: path)
        case .writing: try SQLiteLedger(path: path)
        }
    }

    @Test(arguments: Opened.allCases)
    func `keeps every resource of every environment`(_ opened: Opened) async throws {
        let ledger = try open(opened)
        let mug = try #require(try await ledger.resources(staging)[Address("shop/item/mug")])
        #expect(mug.kind == KindName("shop", "item"))
        #expect(mug.liveID == 7)
        #expect(mug.returned == ["name": "mug", "token": .secret("TOKEN")])
        #expect(mug.given == ["steps": ["one": 1]])
        #expect(mug.digests == ["token": "abc"])
        #expect(mug.isProtected)
        #expect(mug.onRemove == .drain)
        #expect(mug.file == "items.yaml")
        #expect(mug.needs == [Address("shop/item/lid")])
        #expect(try await ledger.resources(staging).count == 2)
        let other = try await ledger.resources(production)
        #expect(other.mapValues(\.liveID) == [Address("shop/item/mug"): "text"])
        #expect(other.values.first?.onRemove == nil)
    }

    @Test(arguments: Opened.allCases)
    func `does not know what was written`(_ opened: Opened) async throws {
        let all = try await open(opened).resources(staging)
        #expect(all.count == 2)
        #expect(all.values.allSatisfy { $0.written == nil })
    }

    @Test(arguments: Opened.allCases)
    func `keeps its runs, open calls and identities`(_ opened: Opened) async throws {
        let ledger = try open(opened)
        #expect(try await ledger.history(staging).map(\.endedAt) == [nil, "t2"])
        #expect(try await ledger.openCalls(staging).map(\.address) == [Address("shop/item/mug")])
        #expect(try await ledger.openCalls(production).isEmpty)
        #expect(try await ledger.identities(staging) == ["shop": "1"])
    }

    @Test func `locks nobody out by the row of a dead run`() async throws {
        let ledger = try open(.writing)
        #expect(try await ledger.holder(of: staging) == nil)
        let hold = try await ledger.lock(staging, holder: "ann", at: "nine")
        #expect(hold.interrupted == LedgerLock(holder: "weir apply on host, process 1", since: "t"))
        await ledger.unlock(staging, hold)
        #expect(try await ledger.lock(staging, holder: "bob", at: "ten").interrupted == nil)
    }

    @Test func `is left as it is by those who read it`() async throws {
        let before = try Traces(folder.path)
        #expect(try await open(.reading).resources(staging).count == 2)
        #expect(try Traces(folder.path) == before)
    }

    @Test func `is brought to the newest format once`() async throws {
        _ = try open(.writing)
        let ledger = try open(.writing)
        #expect(try await ledger.resources(staging).count == 2)
        let database = try DatabaseQueue(path: path)
        let formats = try await database.read {
            try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations")
        }
        #expect(formats.compactMap { Int($0) }.max() == LedgerSchema.version)
        #expect(Set(formats).count == formats.count)
    }

    @Test func `stays whole where a row cannot be read`() async throws {
        let database = try DatabaseQueue(path: path)
        try await database.write {
            try $0.execute(sql: "UPDATE resource SET value = '{' WHERE address = 'shop/item/lid'")
        }
        try database.close()
        #expect(throws: LedgerError.self) { try open(.writing) }
        let again = try DatabaseQueue(path: path)
        let columns = try await again.read { try $0.columns(in: "resource").map(\.name) }
        #expect(columns.contains("value"))
    }

    /// What weir wrote to the tables of format 1, which are never changed any more.
    private static let rows = """
        INSERT INTO resource (project, environment, address, platform, type, live_id, value, given,
            digests, is_protected, on_remove, file, needs) VALUES
            ('shop', 'staging', 'shop/item/mug', 'shop', 'item', '7',
                '{"name":"mug","token":{"$secret":"TOKEN"}}', '{"steps":{"one":1}}',
                '{"token":"abc"}', 1, 'drain', 'items.yaml', '["shop/item/lid"]'),
            ('shop', 'staging', 'shop/item/lid', 'shop', 'item', '8',
                '{"name":"lid"}', '{}', '{}', 0, NULL, 'items.yaml', '[]'),
            ('shop', 'production', 'shop/item/mug', 'shop', 'item', '"text"',
                '{"name":"mug"}', '{}', '{}', 0, NULL, 'items.yaml', '[]');
        INSERT INTO identity VALUES ('shop', 'staging', 'shop', '1');
        INSERT INTO lock VALUES ('shop', 'staging', 'weir apply on host, process 1', 't');
        INSERT INTO run VALUES
            (1, 'shop', 'staging', 'apply', 'd', 't1', 't2', '1 done'),
            (2, 'shop', 'staging', 'apply', 'd', 't3', NULL, '');
        INSERT INTO call VALUES
            (1, 'shop', 'staging', 1, 1, 'shop/item/lid', 0, '{}', '{}', 't1', 'done', '{}', 't2'),
            (2, 'shop', 'staging', 2, 1, 'shop/item/mug', 0, '{}', '{}', 't3', NULL, NULL, NULL);
        """
}

import GRDB
import Platforms

/// The tables of a ledger file, one migration a version; migrations are never edited, only added.
enum LedgerSchema {
    /// The version that this program writes.
    static let version = 4

    static var migrator: LedgerMigrator {
        var migrator = LedgerMigrator()
        migrator.registerMigration("1") { database in try database.execute(sql: first) }
        migrator.registerMigration("2") { database in try moveRecords(database) }
        migrator.registerMigration("3") { database in try database.execute(sql: keyrings) }
        migrator.registerMigration("4") { database in try database.execute(sql: journal) }
        return migrator
    }

    /// What SQLite keeps in the header of a file for the program that it belongs to: "Weir".
    static let applicationID: Int32 = 0x5765_6972

    /// Marks a file as ours; ledgers of earlier versions are not marked.
    static func claim(_ database: Database) throws {
        guard try Int32.fetchOne(database, sql: "PRAGMA application_id") != applicationID else {
            return
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    /// The newest version that a file has seen; 0 for a new file.
    static func version(of database: Database) throws -> Int {
        try migrator.appliedIdentifiers(database).compactMap { Int($0) }.max() ?? 0
    }

    /// Refuses what a newer weir wrote, and a database of something else; a new file has no tables.
    static func refuseOthers(_ database: Database, _ path: String) throws {
        let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard owner == 0 || owner == applicationID else {
            throw LedgerError.notALedger(path: path)
        }
        let tables = try String.fetchSet(
            database,
            sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).subtracting(["grdb_migrations"])
        guard tables.isEmpty || tables.isSuperset(of: ["resource", "identity", "run", "call"])
        else { throw LedgerError.notALedger(path: path) }
        let found = try version(of: database)
        guard found <= version else { throw LedgerError.newer(version: found) }
    }

    /// Format 2 keeps a record as one text, with what was written beside what came back.
    ///
    /// Format 1 kept what came back only, so what was written stays unknown.
    private static func moveRecords(_ database: Database) throws {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM resource")
        try database.execute(sql: "DROP TABLE resource")
        try database.execute(sql: records)
        for row in rows {
            let scope = LedgerScope(
                project: row.text("project"), environment: row.text("environment"))
            try SQLiteLedger.record(RecordedResource(format1: row), scope, database)
        }
    }

    private static let records = """
        CREATE TABLE resource (
            project TEXT NOT NULL, environment TEXT NOT NULL, address TEXT NOT NULL,
            live_id TEXT NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY (project, environment, address)
        ) STRICT, WITHOUT ROWID;
        """

    /// Format 3 knows which key made the digests.
    private static let keyrings = """
        CREATE TABLE keyring (
            project TEXT NOT NULL, environment TEXT NOT NULL,
            fingerprint TEXT NOT NULL, salt TEXT NOT NULL,
            PRIMARY KEY (project, environment)
        ) STRICT, WITHOUT ROWID;
        """

    /// Format 4 keeps the record of a row once, beside what its calls learnt one after another.
    private static let journal = """
        CREATE TABLE journal_record (
            run INTEGER NOT NULL REFERENCES run (id), row INTEGER NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY (run, row)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE call ADD COLUMN learnt TEXT;
        CREATE INDEX call_row ON call (run, row, id);
        """

    private static let first = """
        CREATE TABLE resource (
            project TEXT NOT NULL, environment TEXT NOT NULL, address TEXT NOT NULL,
            platform TEXT NOT NULL, type TEXT NOT NULL, live_id TEXT NOT NULL,
            value TEXT NOT NULL, given TEXT NOT NULL, digests TEXT NOT NULL,
            is_protected INTEGER NOT NULL, on_remove TEXT, file TEXT NOT NULL, needs TEXT NOT NULL,
            PRIMARY KEY (project, environment, address)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE identity (
            project TEXT NOT NULL, environment TEXT NOT NULL, account TEXT NOT NULL,
            identity TEXT NOT NULL,
            PRIMARY KEY (project, environment, account)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE lock (
            project TEXT NOT NULL, environment TEXT NOT NULL,
            holder TEXT NOT NULL, since TEXT NOT NULL,
            PRIMARY KEY (project, environment)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            project TEXT NOT NULL, environment TEXT NOT NULL, command TEXT NOT NULL,
            plan_digest TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
            outcome TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX run_scope ON run (project, environment, id);

        CREATE TABLE call (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            project TEXT NOT NULL, environment TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run (id), row INTEGER NOT NULL,
            address TEXT NOT NULL, call_index INTEGER NOT NULL, planned TEXT NOT NULL,
            request TEXT NOT NULL, begun_at TEXT NOT NULL,
            outcome TEXT, captures TEXT, ended_at TEXT
        ) STRICT;
        CREATE INDEX call_open ON call (project, environment, id) WHERE outcome IS NULL;
        """
}

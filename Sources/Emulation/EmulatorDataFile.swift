import Documents
import EmulatedKit
import GRDB
import Platforms

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The SQLite file that keeps an emulator's rows; only what changed is written.
struct EmulatorDataFile: Sendable {
    private let path: String
    private let queue: DatabaseQueue

    /// Opens or creates the file.
    init(path: String) throws(EmulatorError) {
        self.path = path
        // SQLite would make it for everybody, and it holds what platforms hold.
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
        do {
            queue = try DatabaseQueue(path: path)
            try queue.write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE IF NOT EXISTS emulated (
                            name TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
                            PRIMARY KEY (name, id)
                        ) WITHOUT ROWID
                        """)
            }
        } catch {
            throw .dataFile(path: path, reason: "\(error)")
        }
    }

    /// Reads every row into a store.
    func load(into store: inout EmulatedStore) throws(EmulatorError) {
        let rows: [(String, String, String)]
        do {
            rows = try queue.read { database in
                try GRDB.Row.fetchAll(database, sql: "SELECT name, id, value FROM emulated")
                    .map { ($0[0], $0[1], $0[2]) }
            }
        } catch {
            throw .dataFile(path: path, reason: "\(error)")
        }
        for (table, id, text) in rows {
            do throws(JSONError) {
                store[table, id] = try JSON.parse(Array(text.utf8))
            } catch {
                throw .dataFile(path: path, reason: "the row \(table)/\(id) is not JSON: \(error)")
            }
        }
        _ = store.takeChanges()
    }

    /// Writes changed rows and removes deleted ones, all or nothing.
    func write(_ changes: [(key: EmulatedStore.Key, value: Value?)]) throws(EmulatorError) {
        guard !changes.isEmpty else { return }
        do {
            try queue.write { database in
                for (key, value) in changes { try Self.write(key, value, database) }
            }
        } catch {
            throw .dataFile(path: path, reason: "\(error)")
        }
    }

    private static func write(
        _ key: EmulatedStore.Key, _ value: Value?, _ database: Database
    ) throws {
        guard let value else {
            try database.execute(
                sql: "DELETE FROM emulated WHERE name = ? AND id = ?",
                arguments: [key.table, key.id])
            return
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO emulated (name, id, value) VALUES (?, ?, ?)",
            arguments: [key.table, key.id, value.canonicalJSON])
    }
}

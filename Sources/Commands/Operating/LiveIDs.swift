import ArgumentParser
import Documents
import Foundation
import Platforms

/// Live ids for shell completion, kept for a minute so that the shell need not wait again.
enum LiveIDs {
    private static let lifetime: TimeInterval = 60

    /// Reads the objects of a type; `words` are those of the command line so far.
    typealias Reader =
        @Sendable (_ operation: Operation, _ words: [String]) async throws -> [LiveObject]

    /// Completes the ids and addresses of a type; of what no platform observes, nothing.
    static func completion(_ type: ResourceType) -> CompletionKind {
        guard type.reader != nil || type.isObserved else { return .default }
        let reader = type.reader ?? { operation, _ in try await operation.all(type) }
        return .custom { words, _, prefix in
            await names(type, words, reader).compactMap { $0.word(for: prefix) }
                .completing(prefix)
        }
    }

    /// What a person may mean; nothing where the account cannot be reached.
    private static func names(
        _ type: ResourceType, _ words: [String], _ reader: Reader
    ) async -> [LiveName] {
        var session = Session.ofProcess()
        session.console = .silent
        session.runsCommands = false
        session.directory = value(after: ["-C", "--directory"], in: words) ?? "."
        session.environment = value(after: ["--env"], in: words)
        let account = value(after: ["--account"], in: words)
        let file = cacheFile(type, session, [account, value(after: ["--agent"], in: words)])
        if let cached = cached(file) { return cached }
        let operation = try? await session.operate(on: type.kind.platform, account: account)
        var found: [LiveObject]?
        if let operation { found = try? await reader(operation, words) }
        await session.connections.close()
        guard let found else { return [] }
        let names = found.map(LiveName.init).sorted { $0.id < $1.id }
        keep(names, file)
        return names
    }

    /// What stands behind an option of the command line so far.
    static func value(after options: [String], in words: [String]) -> String? {
        guard let place = words.firstIndex(where: options.contains), place + 1 < words.count else {
            return nil
        }
        return words[place + 1]
    }

    private static func cacheFile(
        _ type: ResourceType, _ session: Session, _ choices: [String?]
    ) -> URL {
        let base =
            session.variables["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: session.variables["HOME"] ?? NSTemporaryDirectory())
            .appendingPathComponent(".cache")
        let place = URL(fileURLWithPath: session.directory).standardizedFileURL.path
        let parts =
            [place, session.environment ?? "", type.kind.description]
            + choices.map { $0 ?? "" }
            + Catalog.platforms.map { session.variables[$0.defaults.urlVariable] ?? "" }
        let name = String(parts.joined(separator: " ").stableHash, radix: 16)
        return base.appendingPathComponent("weir/names-\(name)")
    }

    private static func cached(_ file: URL) -> [LiveName]? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let written = attributes?[.modificationDate] as? Date,
            Date().timeIntervalSince(written) < lifetime,
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n", omittingEmptySubsequences: true).compactMap {
            LiveName(line: $0)
        }
    }

    private static func keep(_ names: [LiveName], _ file: URL) {
        let folder = file.deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? names.map(\.line).joined(separator: "\n").write(
            to: file, atomically: true, encoding: .utf8)
    }
}

/// How one live object may be written: by its id, or by the address of the file that manages it.
private struct LiveName {
    let id: String
    let address: String
    let name: String

    init(_ object: LiveObject) {
        id = object.id
        address = object.recorded.map { "\($0.address.type)/\($0.address.id)" } ?? ""
        name = object.name.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    }

    init?(line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        (id, address, name) = (parts[0], parts[1], parts[2])
    }

    var line: String { "\(id)\t\(address)\t\(name)" }

    /// The one word to complete: the id, or the address where that is what was begun.
    func word(for prefix: String) -> CompletionWord? {
        let word = [id, address].first { $0.hasPrefix(prefix) }
        return word.map { CompletionWord(word: $0, meaning: name == id ? "" : name) }
    }
}

extension String {
    /// The same number for the same text on every run.
    fileprivate var stableHash: UInt64 {
        utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }
}

import ArgumentParser
import Documents
import Foundation
import Platforms

/// Live ids for shell completion, kept for a minute so that the shell need not wait again.
enum LiveIDs {
    private static let lifetime: TimeInterval = 60

    /// Completes the ids and names of a noun.
    static func completion(_ noun: Noun) -> CompletionKind {
        .custom { words, _, prefix in await ids(noun, words).filter { $0.hasPrefix(prefix) } }
    }

    /// The ids that a person may mean; nothing where the account cannot be reached.
    private static func ids(_ noun: Noun, _ words: [String]) async -> [String] {
        var session = Session.ofProcess()
        session.console = .silent
        session.directory = value(after: ["-C", "--directory"], in: words) ?? "."
        session.environment = value(after: ["--env"], in: words)
        let account = value(after: ["--account"], in: words)
        let file = cacheFile(noun, session, account)
        if let cached = cached(file) { return cached }
        let operation = try? await session.operate(on: noun.kind.platform, account: account)
        let seen = try? await operation?.observe([noun.kind])
        await session.connections.close()
        guard let operation, let seen else { return [] }
        let ids = seen.resources.flatMap { names(of: operation.found($0, noun)) }.sorted()
        keep(ids, file)
        return ids
    }

    /// What an object may be called: its id, and the short address of the file that manages it.
    private static func names(of found: Found) -> [String] {
        [found.id] + (found.recorded.map { ["\($0.address.type)/\($0.address.id)"] } ?? [])
    }

    private static func value(after options: [String], in words: [String]) -> String? {
        guard let place = words.firstIndex(where: options.contains), place + 1 < words.count else {
            return nil
        }
        return words[place + 1]
    }

    private static func cacheFile(
        _ noun: Noun, _ session: Session, _ account: String?
    ) -> URL {
        let base =
            session.variables["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: session.variables["HOME"] ?? NSTemporaryDirectory())
            .appendingPathComponent(".cache")
        let place = URL(fileURLWithPath: session.directory).standardizedFileURL.path
        let parts =
            [place, session.environment ?? "", account ?? "", noun.kind.description]
            + ["LYTICS_API_URL"].map { session.variables[$0] ?? "" }
        let name = String(parts.joined(separator: " ").stableHash, radix: 16)
        return base.appendingPathComponent("weir/ids-\(name)")
    }

    private static func cached(_ file: URL) -> [String]? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let written = attributes?[.modificationDate] as? Date,
            Date().timeIntervalSince(written) < lifetime,
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n").map(String.init)
    }

    private static func keep(_ ids: [String], _ file: URL) {
        let folder = file.deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? ids.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}

extension String {
    /// The same number for the same text on every run.
    fileprivate var stableHash: UInt64 {
        utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }
}

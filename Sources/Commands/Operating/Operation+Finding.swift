import Diagnostics
import Documents
import Platforms
import Reconciling

extension Operation {
    /// Finds what ids, names or addresses mean; all that mean nothing are told at once.
    func find(_ words: [String], _ noun: Noun) async throws -> [Found] {
        let seen = try await observe([noun.kind])
        return try await find(words, noun, among: seen.resources)
    }

    /// Finds one object.
    func find(_ word: String, _ noun: Noun) async throws -> Found {
        guard let found = try await find([word], noun).first else {
            preconditionFailure("what is not found is thrown")
        }
        return found
    }

    /// Finds objects among those that were read already.
    func find(
        _ words: [String], _ noun: Noun, among resources: [ObservedResource]
    ) async throws -> [Found] {
        let all = resources.filter { $0.kind == noun.kind }.map { found($0, noun) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        var report = Report()
        var chosen: [Found] = []
        for word in words {
            let matches = matches(word, all)
            if matches.count == 1 {
                chosen.append(matches[0])
            } else if matches.count > 1 {
                report.add(ambiguous(word, noun, matches))
            } else if let unlisted = try await unlisted(word, noun) {
                chosen.append(unlisted)
            } else {
                report.add(unknown(word, noun, all))
            }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return chosen
    }

    /// Leaves out those of several that are so already, so that a command that was cut between
    /// them can be given again; all of them where nothing would be left.
    func leaving(
        _ done: String, _ found: [Found], where isSo: (Found) -> Bool
    ) -> [Found] {
        let left = found.filter { !isSo($0) }
        guard !left.isEmpty, left.count < found.count else { return found }
        for one in found where isSo(one) {
            session.console.talk("\(one.title) is \(done) already; nothing is sent for it")
        }
        return left
    }

    /// The object that was named, or the only one there is.
    func choose(
        _ word: String?, _ noun: Noun, among resources: [ObservedResource], option: String
    ) async throws -> Found {
        if let word {
            guard let found = try await find([word], noun, among: resources).first else {
                preconditionFailure("what is not found is thrown")
            }
            return found
        }
        let all = resources.map { found($0, noun) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        if all.count == 1 { return all[0] }
        let isNone = all.isEmpty
        throw Failure(
            .wrongUsage,
            .error(
                "operate/choose",
                isNone
                    ? "there is no \(noun.singular) yet"
                    : "there are \(all.count) \(noun.plural), and none was named",
                notes: all.map(\.title),
                help: isNone
                    ? "make one with `\(noun.command) create`"
                    : "name one with `\(option)`: an id, a name or an address"))
    }

    /// What is known of a live object.
    func found(_ object: ObservedResource, _ noun: Noun) -> Found {
        let recorded = recorded.values.first {
            $0.kind == object.kind && $0.liveID == object.liveID
        }
        let id = object.liveID.text ?? object.liveID.canonicalJSON
        let address = Address(account: account.name, type: noun.kind.type, id: id)
        return Found(
            noun: noun, liveID: object.liveID, raw: object.raw.object ?? [:], observed: object,
            recorded: recorded, address: recorded?.address ?? address)
    }

    /// An address first, then a live id, then a name, then the author's id.
    private func matches(_ word: String, _ all: [Found]) -> [Found] {
        if word.contains("/") {
            let full = "\(account.name)/\(word)"
            let named = all.filter { [word, full].contains($0.address.text) }
            if !named.isEmpty { return named }
        }
        if let exact = all.first(where: { $0.id == word }) { return [exact] }
        let called = all.filter { $0.name == word }
        return called.isEmpty ? all.filter { $0.recorded?.address.id == word } : called
    }

    /// An object that lists leave out, such as a killed job; nil where the platform has none.
    private func unlisted(_ word: String, _ noun: Noun) async throws -> Found? {
        guard !noun.isListedWhole, !word.contains("/"), !word.isEmpty else { return nil }
        let address = Address(account: account.name, type: noun.kind.type, id: word)
        let read = noun.rules.readBack(
            liveID: .text(word), value: [:], address: address, account: account)
        do throws(ReconcilingError) {
            let value = try await client.read(read)
            let object = value.object ?? value.list?.last?.object
            guard let object, let id = object["id"] else { return nil }
            return Found(
                noun: noun, liveID: id, raw: object, observed: nil, recorded: nil,
                address: address)
        } catch  where error.isNotFound {
            return nil
        } catch {
            throw Failure(.failed, error.diagnostic(while: .operating))
        }
    }

    private func ambiguous(_ word: String, _ noun: Noun, _ matches: [Found]) -> Diagnostic {
        .error(
            "operate/ambiguous", "\(noun.counted(matches.count)) are called `\(word)`",
            notes: matches.map { "`\($0.id)`" }, help: "give the id")
    }

    private func unknown(_ word: String, _ noun: Noun, _ all: [Found]) -> Diagnostic {
        let close = Closeness.nearest(to: word, among: all)
        return .error(
            "operate/not-found", "no \(noun.singular) is called `\(word)`",
            notes: close.map { "close: \($0.title)" },
            help: "see `\(noun.command) list`; ids, names and addresses are taken")
    }
}

/// Which objects somebody may have meant.
enum Closeness {
    /// At most three: the nearest by spelling, then those whose name or id contains the word.
    static func nearest(to word: String, among all: [Found]) -> [Found] {
        var near: [Found] = []
        func add(_ found: Found?) {
            guard let found, near.count < 3, !near.contains(where: { $0.id == found.id }) else {
                return
            }
            near.append(found)
        }
        let name = Suggestion.nearest(to: word, among: all.map(\.name))
        add(all.first { $0.name == name })
        let id = Suggestion.nearest(to: word, among: all.map { $0.address.id })
        add(all.first { $0.address.id == id })
        let lower = word.lowercased()
        for found in all where !lower.isEmpty {
            let texts = [found.name, found.id].map { $0.lowercased() }
            if texts.contains(where: { $0.contains(lower) }) { add(found) }
        }
        return near
    }
}

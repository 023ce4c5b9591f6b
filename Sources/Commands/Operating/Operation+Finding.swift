import Diagnostics
import Documents
import Platforms
import Reconciling

extension Operation {
    /// Finds objects among those that were read already.
    func find(
        _ words: [String], _ type: ResourceType, among resources: [ObservedResource]
    ) async throws -> [LiveObject] {
        let all = resources.filter { $0.kind == type.kind }.map { live($0, type) }.sorted()
        var report = Report()
        var chosen: [LiveObject] = []
        for word in words {
            let matches = matches(word, all)
            if matches.count == 1 {
                chosen.append(matches[0])
            } else if matches.count > 1 {
                report.add(ambiguous(word, type, matches))
            } else if let unlisted = try await unlisted(word, type) {
                chosen.append(unlisted)
            } else {
                report.add(unknown(word, type, all))
            }
        }
        if report.hasErrors { throw Failure(.failed, report) }
        return chosen
    }

    /// Leaves out those of several that are so already, so that a command that was cut between
    /// them can be given again; all of them where nothing would be left.
    func leaving(
        _ done: String, _ found: [LiveObject], where isSo: (LiveObject) -> Bool
    ) -> [LiveObject] {
        let left = found.filter { !isSo($0) }
        guard !left.isEmpty, left.count < found.count else { return found }
        for one in found where isSo(one) {
            session.console.talk("\(one.title) is \(done) already; nothing is sent for it")
        }
        return left
    }

    /// The object that was named, or the only one there is.
    func choose(
        _ word: String?, _ type: ResourceType, among resources: [ObservedResource], option: String
    ) async throws -> LiveObject {
        if let word {
            guard let found = try await find([word], type, among: resources).first else {
                preconditionFailure("what is not found is thrown")
            }
            return found
        }
        let all = resources.map { live($0, type) }.sorted()
        if all.count == 1 { return all[0] }
        let isNone = all.isEmpty
        throw Failure(
            .wrongUsage,
            .error(
                OperatingCode.choose,
                isNone
                    ? "there is no \(type.singular) yet"
                    : "there are \(all.count) \(type.plural), and none was named",
                notes: all.map(\.title),
                help: isNone
                    ? "make one with `\(type.command) create`"
                    : "name one with `\(option)`: an id, a name or an address"))
    }

    /// What is known of a live object.
    func live(_ object: ObservedResource, _ type: ResourceType) -> LiveObject {
        let recorded = recorded.values.first {
            $0.kind == object.kind && $0.liveID == object.liveID
        }
        let id = object.liveID.text ?? object.liveID.canonicalJSON
        let address = Address(account: account.name, type: type.kind.type, id: id)
        return LiveObject(
            type: type, liveID: object.liveID, raw: object.raw.object ?? [:], observed: object,
            recorded: recorded, address: recorded?.address ?? address)
    }

    /// An address first, then a live id, then a name, then the author's id.
    private func matches(_ word: String, _ all: [LiveObject]) -> [LiveObject] {
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
    private func unlisted(_ word: String, _ type: ResourceType) async throws -> LiveObject? {
        guard !type.isListedWhole, !word.contains("/"), !word.isEmpty else { return nil }
        let address = Address(account: account.name, type: type.kind.type, id: word)
        let read = type.rules.readBack(
            liveID: .text(word), value: [:], address: address, account: account)
        do throws(ReconcilingError) {
            let value = try await client.read(read)
            let object = value.object ?? value.list?.last?.object
            guard let object, let id = object["id"] else { return nil }
            return LiveObject(
                type: type, liveID: id, raw: object, observed: nil, recorded: nil,
                address: address)
        } catch  where error.isNotFound {
            return nil
        } catch {
            throw Failure(.failed, error.diagnostic(while: .operating))
        }
    }

    private func ambiguous(_ word: String, _ type: ResourceType, _ matches: [LiveObject])
        -> Diagnostic
    {
        .error(
            OperatingCode.ambiguous, "\(type.counted(matches.count)) are called `\(word)`",
            notes: matches.map { "`\($0.id)`" }, help: "give the id")
    }

    private func unknown(_ word: String, _ type: ResourceType, _ all: [LiveObject]) -> Diagnostic {
        let close = Closeness.nearest(to: word, among: all)
        return .error(
            OperatingCode.notFound, "no \(type.singular) named `\(word)` in \(shortPlace)",
            notes: close.map { "close: \($0.title)" },
            help: "see `\(type.command) list`; ids, names and addresses are taken")
    }
}

/// Which objects somebody may have meant.
enum Closeness {
    /// At most three: the nearest by spelling, then those whose name or id contains the word.
    static func nearest(to word: String, among all: [LiveObject]) -> [LiveObject] {
        var near: [LiveObject] = []
        func add(_ found: LiveObject?) {
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

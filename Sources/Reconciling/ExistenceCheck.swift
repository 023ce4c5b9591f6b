public import Diagnostics
import Documents
public import Platforms

/// Asks for what the ledger holds and no list shows.
///
/// A list is a hint: it may be behind, cut off or filtered. Only the platform's own "not there", or
/// its state for what is gone, makes an object missing; every other trouble fails the plan.
public struct ExistenceCheck: Sendable {
    /// More unlisted objects of a kind than this are not asked for before a few of them were.
    static let most = 50
    /// So many are asked for first then.
    static let sample = 10

    let client: AccountClient
    let scope: Scope
    let kinds: [KindName: any Kind]
    let parallel: Int

    /// Checks what an observation of one account leaves out.
    public init(
        _ client: AccountClient, _ scope: Scope, kinds: [KindName: any Kind], parallel: Int = 4
    ) {
        self.client = client
        self.scope = scope
        self.kinds = kinds
        self.parallel = max(1, parallel)
    }

    /// An observation with what it left out, and with what is missing.
    ///
    /// What others need is asked for first, since from it the others may unfold.
    public func completing(
        _ seen: Observation, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        guard client.mechanisms.contains(.existence) else { return seen }
        var whole = seen
        var asked: Set<Address> = []
        while true {
            let unlisted = unlisted(in: whole).filter { !asked.contains($0.address) }
            guard !unlisted.isEmpty else { return whole }
            let next = independent(unlisted)
            asked.formUnion(next.map(\.address))
            let found = try await ask(for: next, beside: whole, into: &report)
            whole.add(found.only(but: ids(whole), client.account.name))
        }
    }

    private func ids(_ observation: Observation) -> ObjectIDs {
        var ids = ObjectIDs()
        for object in observation.resources {
            ids.insert(object.liveID, object.kind, client.account.name)
        }
        return ids
    }

    private func unlisted(in observation: Observation) -> [RecordedResource] {
        let ids = ids(observation)
        return scope.recorded.values.filter { recorded in
            kinds[recorded.kind] != nil
                && !ids.contains(recorded.liveID, recorded.kind, client.account.name)
        }.sorted { $0.address < $1.address }
    }

    /// Those that need none of the others; all where they need each other in a circle.
    private func independent(_ unlisted: [RecordedResource]) -> [RecordedResource] {
        let open = Set(unlisted.map(\.address))
        let free = unlisted.filter { recorded in
            let needs = recorded.needs + [recorded.address.parent].compactMap(\.self)
            return !needs.contains { $0 != recorded.address && open.contains($0) }
        }
        return free.isEmpty ? unlisted : free
    }

    private func ask(
        for unlisted: [RecordedResource], beside seen: Observation, into report: inout Report
    ) async throws(ReconcilingError) -> Observation {
        var account = client.account
        account.facts.add(seen.facts)
        var found = Observation()
        var again: [Unlisted] = []
        var delay = Duration.zero
        for (_, objects) in Dictionary(grouping: unlisted, by: \.kind).sorted(by: {
            $0.key < $1.key
        }) {
            var questions: [Unlisted] = []
            for recorded in objects {
                guard let kind = kinds[recorded.kind] else { continue }
                switch kind.existence(of: recorded, account: account) {
                case .byID(let read): questions.append(Unlisted(recorded, read))
                case .byList(let pause):
                    again.append(Unlisted(recorded, nil))
                    delay = max(delay, pause)
                }
            }
            found.add(try await answers(to: questions, account, into: &report))
        }
        if !again.isEmpty { found.add(try await readAgain(again, after: delay, into: &report)) }
        return found
    }
}

/// A recorded object that no list shows, with the read that shows it, where there is one.
struct Unlisted: Sendable {
    let recorded: RecordedResource
    let read: Read?

    init(_ recorded: RecordedResource, _ read: Read?) {
        self.recorded = recorded
        self.read = read
    }
}

extension Observation {
    /// The same without the objects of some ids.
    fileprivate func only(but known: ObjectIDs, _ account: String) -> Observation {
        var copy = self
        copy.resources.removeAll { known.contains($0.liveID, $0.kind, account) }
        return copy
    }
}

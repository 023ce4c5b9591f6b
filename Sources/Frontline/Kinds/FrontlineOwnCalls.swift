import Documents
import Platforms

/// The calls that write what an agent owns beside its flows: a variable or an intent.
struct FrontlineOwnCalls {
    let change: Change
    /// Whether it is a variable or an intent.
    let owned: FrontlineOwned
    /// The fields that an update takes.
    let fields: [String]
    /// The lists whose elements keep the ids that they have, with the member that names them.
    var lists: [String: String] = [:]

    /// Creates, updates or deletes.
    func calls() -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: calls.calls = [create()]
        case .update, .newVersion:
            calls.calls = update()
            calls.notes = ["it acts at once, also in conversations under way"]
        case .delete:
            calls.calls = [delete()]
            calls.notes = ["it goes at once, also in conversations under way"]
        case .replace, .start, .pause, .stop, .adopt, .forget, .move, .release: break
        }
        return calls
    }

    /// The read of one object.
    static func read(
        _ subject: FrontlineRead, _ owned: FrontlineOwned, _ id: Value, of agent: Value
    ) -> Read {
        Read(
            owned.get.request(owned.path(id, of: agent)), subject,
            expects: .object(with: "id", being: id), purpose: "the \(owned.rawValue)")
    }

    private var agent: Value {
        change.wanted?["agent"] ?? change.recorded?.value["agent"]
            ?? change.observed?.value["agent"] ?? .null
    }
    private var word: String { owned.rawValue }

    private var ours: Object {
        Object(members: (change.wanted?.object ?? [:]).filter { $0.key != "agent" })
    }

    private func create() -> Call {
        change.createCall(
            "create the \(word)",
            owned.create.request(["agent_id": agent], body: .value(.object(ours))),
            unlessIn: owned.list.request(["agent_id": agent]),
            [.equal(.member("name"), change.wanted?["name"] ?? .null)])
    }

    /// An update takes every field: what the file leaves out is sent as it is just before.
    private func update() -> [Call] {
        let path = owned.path(change.liveID, of: agent)
        let overlay = Overlay(
            read: change.read, keeping: fields, ours: .object(ours.mapping(element)),
            lists: lists.mapValues { Overlay.Keyed(key: $0) }
        ).keeping(change.observed?.raw)
        return [
            change.readCall(owned.get.request(path), "the \(word)"),
            Call("update the \(word)", owned.update.request(path, body: .over(overlay))),
        ]
    }

    /// The elements of a list that keeps ids are objects, and only texts where they are new.
    private func element(_ field: String, _ value: Value) -> Value {
        guard let key = lists[field], let texts = value.list else { return value }
        return .list(texts.map { .object([key: $0]) })
    }

    private func delete() -> Call {
        change.deleteCall(
            "the \(word)", owned.delete.request(owned.path(change.liveID, of: agent)))
    }
}

extension FrontlineOwnCalls {
    /// How far a list may be behind; the service does not say, and a replica seldom is as far.
    private static let listDelay = Duration.seconds(5)

    /// The read of one object of an agent where the ledger knows the agent; else its list, again.
    static func existence(
        of recorded: RecordedResource, _ kind: some Kind, _ account: Account
    ) -> Existence {
        guard let agent = recorded.value["agent"], !agent.isNull else {
            return .byList(after: listDelay)
        }
        return .byID(
            kind.readBack(
                liveID: recorded.liveID, value: recorded.value, address: recorded.address,
                account: account))
    }
}

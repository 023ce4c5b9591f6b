import Diagnostics
import Documents
import Lytics
import Platforms

/// The connection discovery flow: auth, connection, scan, schema, and the YAML of what was made.
struct LyticsSetup {
    private let operation: Operation
    private let provider: LookupRow
    private let choices: LyticsSetupChoices.Made
    private let writing: WritingOptions
    private let limit: Int
    private let command = "lytics setup"
    private var console: Console { operation.session.console }

    init(
        _ operation: Operation, _ provider: LookupRow, _ choices: LyticsSetupChoices.Made,
        _ writing: WritingOptions, limit: Int
    ) {
        self.operation = operation
        self.provider = provider
        self.choices = choices
        self.writing = writing
        self.limit = limit
    }

    /// Carries everything out; what cannot be planned is refused before anything is sent.
    func run() async throws -> ExitStatus {
        let (auth, making) = try await plannedAuth()
        let full = try await operation.with(choices.connection)
        guard var intent = try await full.creation(of: .connection) else { return .failed }
        var authID = auth?.liveID ?? .null
        if let making {
            guard let deed = try await deliver(making.intent, making.operation) else {
                return .failed
            }
            authID = .text(deed.id)
        }
        intent.row.calls = intent.row.calls.map { Self.adding(authID, to: $0) }
        guard let deed = try await connect(intent, full, making == nil ? nil : authID) else {
            return making == nil ? .failed : .appliedInPart
        }
        return try await discover(
            LyticsSetupYAML(
                operation, auth: auth, madeAuth: making?.operation.payload?.resource,
                connection: full.payload?.resource), authID, deed)
    }

    private typealias Making = (intent: PendingWrite, operation: Operation)

    private func plannedAuth() async throws -> (LiveObject?, Making?) {
        switch choices.auth {
        case .existing(let found): return (found, nil)
        case .new(let payload):
            let full = try await operation.with(payload)
            guard let intent = try await full.creation(of: .auth) else { return (nil, nil) }
            return (nil, (intent, full))
        }
    }

    private func deliver(_ intent: PendingWrite, _ full: Operation) async throws -> WriteResult? {
        let type = full.payload?.fields["type"] ?? ""
        let deed = try await full.deliver(
            intent, writing, command: command, explain: LyticsAuthTypes.explain(type))
        if let deed { console.talk("\(deed.did) \(deed.title)") }
        return deed
    }

    /// A call that creates a connection, with an auth beside those that the payload names.
    private static func adding(_ auth: Value, to call: Call) -> Call {
        guard case .value(let value) = call.request.body, var object = value.object else {
            return call
        }
        let written = object["auth_ids"]?.list ?? []
        if !written.contains(auth) { object["auth_ids"] = .list(written + [auth]) }
        var call = call
        call.request.body = .value(.object(object))
        return call
    }

    /// Makes the connection; where it fails, the auth that was made before it stays.
    private func connect(
        _ intent: PendingWrite, _ full: Operation, _ made: Value?
    ) async throws -> WriteResult? {
        do {
            if let deed = try await deliver(intent, full) { return deed }
        } catch let failure as Failure {
            if let made { sayWhatStays(made) }
            throw made == nil ? failure : failure.afterWrites
        }
        if let made { sayWhatStays(made) }
        return nil
    }

    private func sayWhatStays(_ auth: Value) {
        let id = auth.idText
        console.talk(
            "the new auth stays; go on with `weir lytics setup --auth \(id)`, or remove it with "
                + "`weir lytics auths delete \(id)`")
    }

    /// Looks through the new connection and shows everything; a failed look is told at the end.
    private func discover(
        _ yaml: LyticsSetupYAML, _ auth: Value, _ deed: WriteResult
    ) async throws -> ExitStatus {
        let address = Address(account: operation.account.name, type: "connection", id: deed.id)
        let found = LiveObject(
            type: .connection, liveID: .text(deed.id), raw: deed.object?.object ?? [:],
            observed: nil, recorded: nil, address: address)
        var result = LyticsSetupResult(
            provider: provider.names.first ?? "", auth: auth,
            connection: deed.object ?? ["id": .text(deed.id)], yaml: yaml)
        do {
            let reads = LyticsConnectionReads(operation)
            let request = LyticsConnectionOperations.scan(
                found.liveID, limit: limit, query: nil)
            result.scan = try await reads.read(request, "rows of the connection", of: found)
            result.tables = try await reads.schema(of: found, table: nil)
        } catch let failure as Failure {
            result.failure = failure
        }
        console.talkAsIs(result.talk(operation.session.talkStyle))
        console.data(writing.format.show(result, style: operation.session.style()))
        if let failure = result.failure { throw failure }
        return .done
    }
}

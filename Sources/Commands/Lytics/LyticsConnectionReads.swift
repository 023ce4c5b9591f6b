import Diagnostics
import Documents
import Lytics
import Platforms
import Reconciling

/// Reads that go through a connection, whose failure may be the fault of its auths.
struct LyticsConnectionReads {
    private let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    /// Reads; a failure names the auths that were used and how healthy they are.
    func read(_ request: Request, _ purpose: String, of found: LiveObject) async throws -> Value {
        do throws(ReconcilingError) {
            return try await operation.client.read(Read(request, purpose: purpose))
        } catch {
            throw Failure(.failed, try await explained(error, found))
        }
    }

    /// The tables behind a connection, or the columns of one of them.
    func schema(of found: LiveObject, table: String?) async throws -> [Value] {
        guard let table else { return try await tables(of: found) }
        let request = LyticsConnectionOperations.columns(found.liveID, of: table)
        do throws(ReconcilingError) {
            let read = Read(request, purpose: "the columns of the table")
            return try await operation.client.read(read).list ?? []
        } catch {
            if error.isNotFound { try await refuse(table, of: found) }
            throw Failure(.failed, try await explained(error, found))
        }
    }

    private func tables(of found: LiveObject) async throws -> [Value] {
        let request = LyticsConnectionOperations.tables(found.liveID)
        return try await read(request, "the tables of the connection", of: found).list ?? []
    }

    private func refuse(_ table: String, of found: LiveObject) async throws {
        let names = try await tables(of: found).compactMap { $0["table_name"]?.text }
        guard !names.contains(table) else { return }
        throw Failure(
            .failed,
            LyticsCatalogue(operation).unknown(
                "table", table, among: names.sorted(), code: LyticsCommandCode.unknownTable,
                see: "see `weir lytics connections schema \(found.id)`"))
    }

    private func explained(_ error: ReconcilingError, _ found: LiveObject) async throws
        -> Diagnostic
    {
        var diagnostic = error.diagnostic(while: .operating)
        if case .refused(let refusal) = error.cause, [401, 403, 405, 429].contains(refusal.status) {
            return diagnostic
        }
        let ids = found.raw["auth_ids"]?.list ?? []
        let auths = try? await operation.observe([ResourceType.auth.kind]).resources
        guard let auths else { return diagnostic }
        let used = ids.map { id in note(on: id, among: auths) }
        diagnostic.notes += used.isEmpty ? ["the connection has no auth"] : used
        diagnostic.help =
            "check the credentials (`weir lytics auths update ID` sends new ones), and that "
            + "Lytics reaches the system over the network"
        return diagnostic
    }

    private func note(on id: Value, among auths: [ObservedResource]) -> String {
        let text = id.text ?? id.canonicalJSON
        guard let auth = auths.first(where: { $0.liveID == id }) else {
            return "it used auth `\(text)`, which the account does not have"
        }
        let raw = auth.raw.object ?? [:]
        let health = LyticsAuthHealth(raw, now: operation.session.now())
        return "it used \(operation.live(auth, .auth).title), which is \(health.rawValue)"
    }
}

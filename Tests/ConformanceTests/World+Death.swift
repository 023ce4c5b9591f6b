import Diagnostics
import Documents
import Platforms
import Projects
import Reconciling
import Synchronization

@testable import Commands

extension World {
    /// The same world for a process that dies right after a write was carried out, counted from 0.
    func dying(afterWrite number: Int) -> World {
        let death = Death(after: number)
        var world = self
        world.session.wrapping = { MortalTransport(inner: $0, death: death) }
        return world
    }

    /// The objects that live, by kind and id.
    func alive() async throws -> Set<Living> {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let clients = try await everyClient(workspace)
        var alive: Set<Living> = []
        for client in clients {
            var report = Report()
            let scope = Platforms.Scope(
                kinds: Set(client.platform.kinds.map(\.name)), recorded: workspace.recorded)
            let seen = try await Observer().observe(client, scope, into: &report)
            alive.formUnion(seen.resources.filter { !$0.isGone }.map { Living($0) })
        }
        return alive
    }

    /// The objects that the ledger holds, by kind and id.
    func managed() async throws -> Set<Living> {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        return Set(workspace.recorded.values.map { Living(kind: $0.kind, id: $0.liveID) })
    }

    private func everyClient(_ workspace: Workspace) async throws -> [AccountClient] {
        var clients: [AccountClient] = []
        for account in workspace.project.accounts {
            clients.append(
                try await session.client(for: account, workspace.vault, workspace.project))
        }
        return clients
    }
}

/// An object by what tells it from all others.
struct Living: Hashable {
    let kind: KindName
    let id: Value

    init(kind: KindName, id: Value) {
        self.kind = kind
        self.id = .text(id.text ?? id.canonicalJSON)
    }

    init(_ object: ObservedResource) { self.init(kind: object.kind, id: object.liveID) }
}

extension ObservedResource {
    /// Whether it is in a state that the platform shows of what is gone.
    fileprivate var isGone: Bool {
        guard let lifecycle = Catalog.kind(kind)?.lifecycle,
            let state = value[lifecycle.field]?.text
        else { return false }
        return lifecycle.gone.contains(state)
    }
}

/// When a process dies, for all its connections.
private final class Death: Sendable {
    private let state: Mutex<(left: Int, last: WireRequest?)>

    init(after writes: Int) { state = Mutex((writes, nil)) }

    /// The write that was the last; nil while the process lives.
    var last: WireRequest? { state.withLock { $0.last } }

    /// Counts a write; true where it is the last.
    func isLast(_ request: WireRequest) -> Bool {
        state.withLock { state in
            state.left -= 1
            if state.left < 0 { state.last = request }
            return state.left < 0
        }
    }
}

/// A connection of a process that dies: the last write is carried out, its answer never comes.
private struct MortalTransport: Transport {
    let inner: any Transport
    let death: Death

    func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        if let last = death.last {
            // A second try of the last write never happens in a process that is gone.
            if last == request { throw .unknownOutcome("the process is gone") }
            throw .notSent("the process is gone")
        }
        guard request.method != .get else { return try await inner.send(request) }
        let isLast = death.isLast(request)
        let answer = try await inner.send(request)
        if isLast { throw .unknownOutcome("the process is gone") }
        return answer
    }
}

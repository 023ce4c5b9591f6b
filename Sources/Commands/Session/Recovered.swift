import Diagnostics
import Ledger
import Platforms
import Projects
import Reconciling

extension Session {
    /// Does something that changes the ledger: under the lock, after recovering what earlier runs
    /// left open.
    func changing<Result>(
        _ project: Project, _ command: String, reaching reach: Workspace.Reach = .all,
        _ work: (Workspace) async throws -> Result
    ) async throws -> Result {
        let ledger = try openLedger(project, for: .changing)
        let scope = LedgerScope(project: project.name, environment: project.environment)
        return try await locking(ledger, scope, LockHolder.current(command).text) {
            let workspace = try await open(project, on: ledger, reaching: reach)
            return try await work(recovered(workspace))
        }
    }

    /// Closes the calls of runs that are gone, which holding the lock proves, and goes on with
    /// what the ledger holds then.
    private func recovered(_ workspace: Workspace) async throws -> Workspace {
        let workspace = try await leavingHeld(workspace)
        let recovery = try await look(workspace)
        try await failing {
            try await recovery.close(in: workspace.ledger, workspace.scope, at: now())
        }
        for call in recovery.calls { console.talk("recovered: \(call.note)") }
        return workspace.taking(recovery)
    }

    /// The same in memory: nothing is written, and the calls of a run that is under way are left
    /// alone.
    func previewed(_ workspace: Workspace, for use: PlanUse) async throws -> Workspace {
        var workspace = try await leavingHeld(workspace)
        if let run = try await failing({ try await workspace.ledger.holder(of: workspace.scope) }) {
            guard use == .show else {
                throw Failure(.locked, LedgerError.locked(run).diagnostic())
            }
            tellUnderWay(run.text)
            workspace.openCalls = []
            workspace.isRunUnderWay = true
        }
        let recovery = try await look(workspace)
        for call in recovery.calls { console.talk("note: \(call.note)") }
        return workspace.taking(recovery)
    }

    private func look(_ workspace: Workspace) async throws -> Recovery {
        let recoverer = Recoverer(
            clients: workspace.clients, kinds: Workspace.kinds, now: now())
        return try await failing {
            try await recoverer.look(at: workspace.openCalls, recorded: workspace.recorded)
        }
    }

    /// Leaves the calls of operating commands alone that are under way now; they take no lock.
    private func leavingHeld(_ workspace: Workspace) async throws -> Workspace {
        var workspace = workspace
        var held: Set<Int64> = []
        for run in Set(workspace.openCalls.map(\.run)) {
            let isHeld = try await failing { try await workspace.ledger.isHeld(run) }
            if isHeld { held.insert(run) }
        }
        guard !held.isEmpty else { return workspace }
        workspace.openCalls.removeAll { held.contains($0.run) }
        let history = try await failing { try await workspace.ledger.history(workspace.scope) }
        for run in history where held.contains(run.id) { tellUnderWay("weir \(run.command)") }
        return workspace
    }

    private func tellUnderWay(_ run: String) {
        console.talk("another run is under way: \(run); its calls are left alone")
    }
}

/// What a plan is made for.
enum PlanUse {
    /// To be read now.
    case show
    /// To be applied later.
    case file
    /// To be applied now.
    case apply
}

extension Workspace {
    /// The same with what was found about interrupted calls.
    fileprivate func taking(_ recovery: Recovery) -> Workspace {
        var workspace = self
        workspace.recorded = recovery.recorded
        workspace.doubles = recovery.calls.compactMap(\.double)
        workspace.openCalls = []
        return workspace
    }
}

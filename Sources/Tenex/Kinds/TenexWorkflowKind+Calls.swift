public import Documents
public import Platforms

extension TenexWorkflowKind {
    /// Its name; nothing says that names are unique, so it finds one only where one has it.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        value["name"].map { [$0] }
    }

    /// Creates, changes, activates, pauses or archives a workflow.
    public func calls(for change: Change) -> ChangeCalls {
        let workflow = TenexWorkflowCalls(change)
        var calls = ChangeCalls()
        switch change.action {
        case .create: calls.take { () throws(TenexMissing) in try workflow.create() }
        case .update, .newVersion:
            calls.take { () throws(TenexMissing) in try workflow.update() }
            calls.notes = workflow.notes
        case .delete, .stop:
            calls.take { () throws(TenexMissing) in [try workflow.archive()] }
        case .start, .pause:
            let status = change.target ?? ""
            calls.take { () throws(TenexMissing) in [try workflow.set(status)] }
        case .replace, .adopt, .forget, .move, .release: break
        }
        return calls
    }

    /// Reads one workflow with its graph.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let api = TenexAPI(options: account.options)
        let archives = value["archive_superseded"] == true
        return TenexReading.workflow(liveID, archives: archives, api)
            ?? Read(
                Request(.get, []), TenexRead.workflow(archives: archives), expects: .content,
                purpose: "a workflow")
    }

    /// By a read of the workflow, where the account has a path for that.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        TenexPlatform.existence(of: recorded, by: .getWorkflow, self, account)
    }
}

public import Documents
public import Platforms

extension TenexTriggerKind {
    /// Triggers are deleted one by one: archiving a workflow leaves them.
    public var goesWithParent: Bool { false }

    /// Its workflow and its name.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        TenexKey.of(trigger: value)
    }

    /// Creates, changes, enables, disables or deletes a trigger.
    public func calls(for change: Change) -> ChangeCalls {
        let trigger = TenexTriggerCalls(change)
        var calls = ChangeCalls()
        calls.take { () throws(TenexMissing) in
            switch change.action {
            case .create: [try trigger.create()]
            case .update, .newVersion: [try trigger.update()]
            case .delete: [try trigger.delete()]
            case .start: [try trigger.enable(true)]
            case .pause, .stop: [try trigger.enable(false)]
            case .adopt, .replace, .forget, .move, .release: []
            }
        }
        return calls
    }

    /// Reads one trigger.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        let api = TenexAPI(options: account.options)
        return TenexRead.triggers.one(.getTrigger, "trigger_id", liveID, "a trigger", api)
            ?? Read(Request(.get, []), TenexRead.triggers, expects: .content, purpose: "a trigger")
    }

    /// By a read of the trigger, where the account has a path for that.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        TenexPlatform.existence(of: recorded, by: .getTrigger, self, account)
    }
}

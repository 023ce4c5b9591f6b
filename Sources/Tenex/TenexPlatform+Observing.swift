public import Diagnostics
public import Documents
public import Platforms

extension TenexPlatform {
    /// The workflows and triggers, and a list for each lookup that the account has a path for.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        let api = TenexAPI(options: account.options)
        var reads: [Read?] = []
        if scope.kinds.contains(.tenexWorkflow) || scope.kinds.contains(.tenexTrigger) {
            reads.append(TenexRead.workflows.list(.listWorkflows, "the workflows", api))
        }
        if scope.kinds.contains(.tenexTrigger) {
            reads.append(TenexRead.triggers.list(.listTriggers, "the triggers", api))
        }
        for list in TenexCatalogue.lists where scope.lookups.contains(list.kind) {
            let subject = TenexRead.catalogue(list)
            reads.append(subject.list(list.operation, "the \(list.kind.type)s", api))
        }
        return reads.compactMap { $0 }
    }

    /// The read of one object where the account has a path for it; else its list, once more.
    static func existence(
        of recorded: RecordedResource, by operation: TenexOperation, _ kind: some Kind,
        _ account: Account
    ) -> Existence {
        guard TenexAPI(options: account.options).endpoint(operation) != nil else {
            return .byList(after: listDelay)
        }
        return .byID(
            kind.readBack(
                liveID: recorded.liveID, value: recorded.value, address: recorded.address,
                account: account))
    }

    /// How far a list may be behind; the service does not say, and a replica seldom is as far.
    private static let listDelay = Duration.seconds(5)

    /// Understands what a read asks for, and says what is to be read next.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.list ?? [value]
        let reading = TenexReading(scope, account)
        switch read.subject(as: TenexRead.self) {
        case .workflows: return reading.workflows(values).listing(.tenexWorkflow)
        case .workflow(let archives): return reading.workflow(value, archives: archives)
        case .versions(let workflow): return reading.versions(values, of: workflow)
        case .triggers: return reading.triggers(values).listing(.tenexTrigger)
        case .catalogue(let list):
            let catalogue = TenexCatalogue(list, values, reading.api)
            TenexReferences(catalogue, scope).check(into: &report)
            var observation = Observation()
            observation.lookups = catalogue.lookups
            return observation.listing(list.kind)
        }
    }
}

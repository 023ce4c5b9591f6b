public import Diagnostics
public import Documents

extension TenexPlatform {
    /// The workflows and triggers, and a list for each lookup that the account has a path for.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        let api = TenexAPI(options: account.options)
        var reads: [Read?] = []
        if scope.kinds.contains(.tenexWorkflow) || scope.kinds.contains(.tenexTrigger) {
            reads.append(list(.listWorkflows, "workflows", "the workflows", api))
        }
        if scope.kinds.contains(.tenexTrigger) {
            reads.append(list(.listTriggers, "triggers", "the triggers", api))
        }
        for lookup in TenexCatalogue.lists where scope.lookups.contains(lookup.kind) {
            let word = lookup.kind.type
            reads.append(list(lookup.operation, word, "the \(word)s", api))
        }
        return reads.compactMap { $0 }
    }

    private func list(
        _ operation: TenexOperation, _ what: String, _ purpose: String, _ api: TenexAPI
    ) -> Read? {
        api.request(operation).map { Read($0, purpose: purpose, context: ["of": .text(what)]) }
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

    /// Understands what a read's context names, and says what is to be read next.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.isNull ? [] : value.list ?? [value]
        let reading = TenexReading(scope, account)
        switch read.context["of"]?.text {
        case "workflows": return reading.workflows(values)
        case "workflow": return reading.workflow(value, read.context)
        case "versions":
            return reading.versions(values, of: read.context["workflow"] ?? .null)
        case "triggers": return reading.triggers(values)
        case let word?:
            guard let list = TenexCatalogue.lists.first(where: { $0.kind.type == word }) else {
                return Observation()
            }
            let catalogue = TenexCatalogue(list, values, reading.api)
            TenexReferences(catalogue, scope).check(into: &report)
            var observation = Observation()
            observation.lookups = catalogue.lookups
            return observation
        case nil: return Observation()
        }
    }
}

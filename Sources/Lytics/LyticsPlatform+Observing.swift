public import Diagnostics
public import Documents
public import Platforms

extension LyticsPlatform {
    /// One list for each kind and lookup of the scope.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        var reads: [Read] = []
        if scope.kinds.contains(.flow) {
            let isCore = FlowWire.asked(account) == .core
            reads.append(LyticsRead.flows(isCore ? .core : .steps).list())
        }
        if scope.kinds.contains(.job) { reads.append(LyticsRead.jobs.list()) }
        if scope.kinds.contains(.auth) { reads.append(LyticsRead.auths.list()) }
        if scope.kinds.contains(.connection) { reads.append(LyticsRead.connections.list()) }
        if scope.lookups.contains(.segment) { reads.append(LyticsRead.segments.list()) }
        if scope.lookups.contains(.provider) { reads.append(LyticsRead.providers.list()) }
        if scope.lookups.contains(.workflow) { reads.append(LyticsRead.workflows.list()) }
        return reads
    }

    /// Understands a list or a single object of what a read asks for.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.list ?? [value]
        let subject = read.subject(as: LyticsRead.self)
        let observation = take(values, of: read, subject, scope, account, into: &report)
        return read == subject.list() ? observation.listing(subject.kind) : observation
    }

    private func take(
        _ values: [Value], of read: Read, _ subject: LyticsRead, _ scope: Scope,
        _ account: Account, into report: inout Report
    ) -> Observation {
        switch subject {
        case .flows(let wire, let ids):
            let isWhole = wire == .core && read.request.query["latest"] == nil
            return takeFlows(values, wire, only: ids, isWhole: isWhole, scope, account)
        case .olderVersion(let wire, let newer, let number):
            return takeOlderVersion(
                values.first, wire, below: newer, number, scope, account, into: &report)
        case .version(let wire):
            let reading = FlowReading(account: account, scope: scope)
            let seen = values.compactMap { SeenVersion($0, at: wire) }
            return resources(seen.suffix(1).map { reading.resource($0) })
        case .jobs: return resources(values.compactMap { job($0, account) })
        case .auths: return resources(values.compactMap { auth($0, account) })
        case .connections: return resources(values.compactMap { connection($0, account) })
        case .segments: return lookups(values, .segments)
        case .providers: return lookups(values, .providers)
        case .workflows: return lookups(values, .workflows)
        }
    }

    func resources(_ resources: [ObservedResource]) -> Observation {
        var observation = Observation()
        observation.resources = resources
        return observation
    }

    private func lookups(_ values: [Value], _ kind: LookupKind) -> Observation {
        var observation = Observation()
        observation.lookups = values.compactMap(\.object).compactMap { kind.row(of: $0) }
        return observation
    }

    // Kinds other than flows

    private func job(_ value: Value, _ account: Account) -> ObservedResource? {
        guard var object = value.object, let id = object["id"] else { return nil }
        let status = LyticsJobKind.normalised(status: object["status"]?.text ?? "unknown")
        guard status != "deleted", object["deleted"] != true else { return nil }
        object["status"] = .text(status)
        if let workflow = object["workflow"]?.text { object["workflow"] = .text(workflow.snake) }
        let canonical = ValueEncoder.encode(
            ValueReader.read(LyticsJob.self, .object(object)))
        let key: Value = [object["name"] ?? .null, object["workflow"] ?? .null]
        return ObservedResource(
            account: account.name, kind: .job, liveID: id, naturalKey: key, value: canonical,
            raw: value,
            facts: Facts().telling(LyticsJobFact.status, value["status"]?.text ?? "unknown"),
            createdAt: Timestamp(in: object["created"]))
    }

    /// An auth that is not an API token and not the platform's own.
    private func auth(_ value: Value, _ account: Account) -> ObservedResource? {
        guard var object = value.object, let id = object["id"], let type = object["type"]?.text,
            !LyticsAuthAnswer(object).isNoIntegration
        else { return nil }
        object["type"] = .text(type.snake)
        let canonical = ValueEncoder.encode(
            ValueReader.read(LyticsAuth.self, .object(object)))
        return ObservedResource(
            account: account.name, kind: .auth, liveID: id,
            naturalKey: [object["label"] ?? .null, .text(type.snake)], value: canonical,
            raw: value, createdAt: Timestamp(in: object["created"]))
    }

    private func connection(_ value: Value, _ account: Account) -> ObservedResource? {
        guard let object = value.object, let id = object["id"] else { return nil }
        let canonical = ValueEncoder.encode(ValueReader.read(LyticsConnection.self, value))
        let keys = [object["provider_slug"], object["provider_id"]].compactMap { $0 }
            .map { Value.list([object["label"] ?? .null, $0]) }
        var connection = ObservedResource(
            account: account.name, kind: .connection, liveID: id,
            naturalKey: keys.first ?? [object["label"] ?? .null, .null], value: canonical,
            raw: value, createdAt: Timestamp(in: object["created"]))
        connection.otherNaturalKeys = Array(keys.dropFirst())
        return connection
    }
}

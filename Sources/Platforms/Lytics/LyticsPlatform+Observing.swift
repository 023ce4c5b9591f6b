public import Diagnostics
public import Documents

extension LyticsPlatform {
    /// One list for each kind and lookup of the scope.
    public func firstReads(_ scope: Scope, _ account: Account) -> [Read] {
        var reads: [Read] = []
        if scope.kinds.contains(.flow) { reads.append(flows(account)) }
        if scope.kinds.contains(.job) {
            reads.append(
                list(["v2", "job"], "job", "the jobs", query: ["show_all": "true"]))
        }
        if scope.kinds.contains(.auth) { reads.append(list(["v2", "auth"], "auth", "the auths")) }
        if scope.kinds.contains(.connection) {
            reads.append(list(["v2", "connection"], "connection", "the connections"))
        }
        if scope.lookups.contains(.segment) {
            reads.append(list(["v2", "segment"], "segment", "the segments"))
        }
        if scope.lookups.contains(.provider) {
            reads.append(list(["v2", "provider"], "provider", "the providers"))
        }
        if scope.lookups.contains(.workflow) {
            reads.append(list(["api", "workflow"], "workflow", "the workflows"))
        }
        return reads
    }

    private func list(
        _ path: [Value], _ kind: String, _ purpose: String, query: Object = [:]
    ) -> Read {
        Read(Request(.get, path, query: query), purpose: purpose, context: ["of": .text(kind)])
    }

    private func flows(_ account: Account) -> Read {
        let wire = FlowWire.asked(account) ?? .steps
        let endpoint = wire == .core ? "core" : "steps"
        return Read(
            Request(.get, wire.path), purpose: "the flows",
            context: ["of": "flow", "wire": .text(endpoint)])
    }

    /// Understands a list or a single object of what a read's context names.
    public func take(
        _ value: Value, of read: Read, _ scope: Scope, _ account: Account,
        into report: inout Report
    ) -> Observation {
        let values = value.isNull ? [] : value.list ?? [value]
        switch read.context["of"]?.text {
        case "flow": return takeFlows(values, read, scope, account)
        case "job": return resources(values.compactMap { job($0, account) })
        case "auth": return resources(values.compactMap { auth($0, account) })
        case "connection": return resources(values.compactMap { connection($0, account) })
        case "segment": return lookups(values, .segment, names: ["slug_name", "name"])
        case "provider": return lookups(values, .provider, names: ["slug", "name"])
        case "workflow": return lookups(values, .workflow, names: ["slug", "name"])
        default: return Observation()
        }
    }

    private func resources(_ resources: [ObservedResource]) -> Observation {
        var observation = Observation()
        observation.resources = resources
        return observation
    }

    private func lookups(_ values: [Value], _ kind: KindName, names: [String]) -> Observation {
        var observation = Observation()
        for object in values.compactMap(\.object) {
            guard let id = object["id"], !id.isNull else { continue }
            let texts = names.compactMap { object[$0]?.text }.filter { !$0.isEmpty }
            observation.lookups.append(
                LookupRow(kind: kind, id: id, names: texts, fields: object))
        }
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
            raw: value, facts: ["status": value["status"] ?? "unknown"],
            createdAt: Timestamp(in: object["created"]))
    }

    /// An auth that is not an API token and not the platform's own.
    private func auth(_ value: Value, _ account: Account) -> ObservedResource? {
        guard var object = value.object, let id = object["id"], object["internal"] != true,
            let type = object["type"]?.text, type.snake != "lytics_auth_token"
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
        let provider = object["provider_slug"] ?? object["provider_id"] ?? .null
        return ObservedResource(
            account: account.name, kind: .connection, liveID: id,
            naturalKey: [object["label"] ?? .null, provider], value: canonical, raw: value,
            createdAt: Timestamp(in: object["created"]))
    }
}

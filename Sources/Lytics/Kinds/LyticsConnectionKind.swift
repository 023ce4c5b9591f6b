public import Diagnostics
public import Documents
public import Platforms

/// `lytics/connection`: label, description and auths change in place, all else by replacing.
public struct LyticsConnectionKind: Kind {
    /// `lytics/connection`.
    public let name = KindName.connection
    /// One sentence.
    public let summary = "How Lytics reaches an external system."
    /// People call it by its label.
    public let nameField = "label"
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: LyticsConnection.self)
    /// A connection neither starts nor stops.
    public let lifecycle: Lifecycle? = nil
    /// A connection to a warehouse.
    public let example = """
        kind: lytics/connection
        id: warehouse
        label: Snowflake warehouse
        description: Orders and customers, loaded every night
        provider_slug: snowflake
        auth_ids: ["${auth/snowflake}"]
        config:
          connection_url: acme.snowflakecomputing.com
          database: ANALYTICS
        """

    /// What the service sets.
    public let serverFields = LyticsConnectionKind.server

    static let server = [
        "id", "account_id", "aid", "author_id", "updated_by_user_id", "created", "updated",
        "deleted",
    ]

    /// Makes the kind; it has no state.
    public init() {}

    /// Decodes a connection.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        let model = document.decoded(LyticsConnection.self, name, into: &report)
        return [document.resource(model, name)]
    }

    /// The label and the provider.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        guard let label = value["label"]?.text else { return nil }
        return [.text(label), value["provider_slug"] ?? value["provider_id"] ?? .null]
    }

    /// Creates, updates or deletes a connection.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: calls.calls = [create(change)]
        case .update, .newVersion: calls.calls = update(change)
        case .delete:
            calls.calls = [
                change.deleteCall(
                    "the connection",
                    LyticsOperation.deleteConnection.request(["connection_id": change.liveID]))
            ]
            calls.notes = ["imports that use this connection lose it"]
        default: break
        }
        return calls
    }

    /// Reads one connection.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        LyticsRead.connections.one(
            liveID, LyticsOperation.getConnection.request(["connection_id": liveID]))
    }

    private func create(_ change: Change) -> Call {
        let wanted = Value.object(shape.cleared(change.wanted?.object ?? [:]))
        var claims: [Condition] = [.equal(.member("label"), wanted["label"] ?? .null)]
        for key in ["provider_slug", "provider_id"] {
            if let value = wanted[key], !value.isNull {
                claims.append(.equal(.member(key), value))
            }
        }
        return change.createCall(
            "create the connection",
            LyticsOperation.createConnection.request(body: .value(wanted)),
            unlessIn: LyticsRead.connections.request, claims)
    }

    /// The service takes three fields; all three are sent, read ones where ours are absent.
    private func update(_ change: Change) -> [Call] {
        let connection = ["connection_id": change.liveID]
        let fields = ["label", "description", "auth_ids"]
        let ours = (change.wanted?.object ?? [:]).filter { fields.contains($0.key) }
        let fixed = ["config", "provider_id", "provider_slug"]
        let server =
            LyticsConnectionKind.server + fixed + [
                "connection_config_id", "connection_config_slug",
            ]
        return change.replaceCalls(
            "the connection", reading: LyticsOperation.getConnection.request(connection),
            dropping: server, ours: Object(members: ours), as: shape
        ) { LyticsOperation.updateConnection.request(connection, body: $0) }
    }
}

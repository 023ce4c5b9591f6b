public import Diagnostics
public import Documents
public import Platforms

/// `lytics/auth`: credentials that are written and never read back.
public struct LyticsAuthKind: Kind {
    /// `lytics/auth`.
    public let name = KindName.auth
    /// One sentence.
    public let summary = "Credentials that jobs and connections use."
    /// People call it by its label.
    public let nameField = "label"
    /// Its fields.
    public let shape = ShapeBuilder.shape(of: LyticsAuth.self)
    /// Its `config`, wherever it was written by mistake.
    public let holdsCredentials = true
    /// An auth neither starts nor stops.
    public let lifecycle: Lifecycle? = nil
    /// The credentials of a webhook.
    public let example = """
        kind: lytics/auth
        id: shop_webhook
        label: Shop webhook
        type: header_param_auth
        description: Signs the calls to the shop
        config:
          webhook_request_headers: "x-api-key: ${secret.SHOP_KEY}"
        """

    /// What the service sets.
    public let serverFields = LyticsAuthKind.server

    static let server = [
        "id", "account_id", "user_id", "status", "unhealthy", "last_accessed_at", "created",
        "updated", "internal", "aid",
    ]

    /// Lytics deletes an auth together with the work of the jobs that have it.
    public let stopsDependents = [
        StoppedDependents(
            .job, state: "paused", words: "jobs that use this auth are stopped by the platform")
    ]

    /// Makes the kind; it has no state.
    public init() {}

    /// Decodes an auth; its type is written with underscores from here on.
    public func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var model = document.decoded(LyticsAuth.self, name, into: &report)
        if let type = model.type.value { model.type.state = .value(type.snake) }
        for check in AuthCheck.all { check.run(model, &report) }
        CredentialKeys.check(model, document, into: &report)
        return [document.resource(model, name)]
    }

    /// Its health.
    public func trouble(of object: ObservedResource, now: String) -> Trouble? {
        LyticsAuthHealth(object.raw.object ?? [:], now: now).trouble
    }

    /// The label and the type.
    public func naturalKey(of value: Value, address: Address) -> Value? {
        guard let label = value["label"]?.text, let type = value["type"]?.text else { return nil }
        return [.text(label), .text(type)]
    }

    /// Creates, updates or deletes an auth.
    public func calls(for change: Change) -> ChangeCalls {
        var calls = ChangeCalls()
        switch change.action {
        case .create: calls.calls = [create(change)]
        case .update, .newVersion:
            calls.calls = update(change)
            calls.refusals = [withoutCredentials(change)].compactMap(\.self)
        case .delete:
            calls.calls = [
                change.deleteCall(
                    "the auth", LyticsOperation.deleteAuth.request(["auth_id": change.liveID]))
            ]
        default: break
        }
        if change.action == .delete { calls.notes = stopsDependents.map(\.words) }
        return calls
    }

    /// Reads one auth, without its credentials.
    public func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        LyticsRead.auths.one(liveID, LyticsOperation.getAuth.request(["auth_id": liveID]))
    }

    private func type(_ change: Change) -> Value {
        let type = change.wanted?["type"] ?? change.recorded?.value["type"]
        return .text((type?.text ?? "").kebab)
    }

    private func create(_ change: Change) -> Call {
        let wanted = change.wanted ?? [:]
        return change.createCall(
            "create the auth",
            LyticsOperation.createAuth.request(["type": type(change)], body: .value(wanted)),
            unlessIn: LyticsRead.auths.request,
            ["label", "type"].map { .equal(.member($0), wanted[$0] ?? .null) })
    }

    /// Lytics takes no auth without its credentials, which it never gives back.
    private func withoutCredentials(_ change: Change) -> Refusal? {
        guard (change.wanted?["config"] ?? .null).isNull else { return nil }
        return Refusal(
            code: FieldCode.missingField.lytics,
            message: "`config` must be written to change `\(change.address)`",
            path: FieldPath(["config"]),
            help: "Lytics takes the credentials with every change and never gives them back: write "
                + "each as `${secret.NAME}`")
    }

    private func update(_ change: Change) -> [Call] {
        let server = LyticsAuthKind.server + ["type", "provider_id", "provider_slug"]
        var ours = (change.wanted?.object ?? [:]).filter {
            !["type", "provider_id", "provider_slug"].contains($0.key)
        }
        // An empty `config` would wipe the credentials that the platform has, if the type has any.
        let hasNone = CredentialKeys.of(type(change).text ?? "")?.isEmpty == true
        ours.removeAll { $0.key == "config" && $0.value.object?.isEmpty != false && !hasNone }
        let auth: [String: Value] = ["auth_id": change.liveID, "type": type(change)]
        return change.replaceCalls(
            "the auth", reading: LyticsOperation.getAuth.request(["auth_id": change.liveID]),
            dropping: server, ours: Object(members: ours), as: shape,
            summary: "update the auth with its credentials"
        ) { LyticsOperation.updateAuth.request(auth, body: $0) }
    }
}

public import Documents
public import Platforms

/// What people do to auths beside declaring them, as data.
public enum LyticsAuthOperations {
    /// Reads the auths, or those of one type; the account's API tokens are among them.
    public static func list(type: String?) -> Request {
        LyticsOperation.listAuths.request(
            query: type.map { ["auth_type": .text($0.snake)] } ?? [:])
    }

    /// Reads one auth; with a type through the endpoint that names it.
    public static func get(_ id: Value, type: String?) -> Request {
        guard let type else { return LyticsOperation.getAuth.request(["auth_id": id]) }
        return LyticsOperation.getAuthOfType.request(
            ["type": .text(type.kebab), "auth_id": id])
    }

    /// The auths that a job or a connection uses.
    public static func ids(in object: Object) -> [Value] { object["auth_ids"]?.list ?? [] }
}

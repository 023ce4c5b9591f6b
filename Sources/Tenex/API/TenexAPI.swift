public import Documents
public import Platforms

/// The paths, methods and field names that one account of 10ex speaks: the standard ones with what
/// its entry in `weir.yaml` says otherwise.
public struct TenexAPI: Sendable, Equatable {
    private var endpoints: [TenexOperation: Endpoint] = [:]
    private var names: [TenexShape: [String: String?]] = [:]

    /// The most that a page holds.
    private static let pageSize: Value = 200

    /// The table without corrections.
    public static let standard = TenexAPI()

    private init() {
        for operation in TenexOperation.allCases { endpoints[operation] = operation.standard }
    }

    /// Takes `paths`, `methods` and `fields` of an account's options; null means there is none.
    public init(options: Object) {
        self = .standard
        for member in options["methods"]?.object ?? [:] {
            guard let operation = TenexOperation(rawValue: member.key) else { continue }
            let method = member.value.text.flatMap { Request.Method(rawValue: $0.lowercased()) }
            if let method { endpoints[operation]?.method = method }
        }
        for member in options["paths"]?.object ?? [:] {
            guard let operation = TenexOperation(rawValue: member.key) else { continue }
            if let path = member.value.text {
                endpoints[operation]?.path = path
            } else {
                endpoints[operation] = nil
            }
        }
        for member in options["fields"]?.object ?? [:] {
            guard let shape = TenexShape(rawValue: member.key) else { continue }
            let renamed = member.value.object?.members ?? []
            names[shape] = Dictionary(renamed.map { ($0.key, $0.value.text) }) { $1 }
        }
    }

    /// Where an operation is; nil where the account has no path for it.
    public func endpoint(_ operation: TenexOperation) -> Endpoint? { endpoints[operation] }

    /// A request for an operation; nil where the account has no path for it.
    ///
    /// The query's names and the body's are the standard ones; what is sent has the account's.
    public func request(
        _ operation: TenexOperation, _ parameters: [String: Value] = [:], query: Object = [:],
        body: Value? = nil, as shape: TenexShape? = nil
    ) -> Request? {
        guard let endpoint = endpoint(operation) else { return nil }
        var query = query
        if operation.isList, query["limit"] == nil { query["limit"] = Self.pageSize }
        let sent = body.map { body in shape.map { wire(body, as: $0) } ?? body }
        return endpoint.request(
            parameters, query: wire(.object(query), as: .query).object ?? [:],
            body: sent.map { .value($0) } ?? .none)
    }

    /// The service's name of a field; nil where it has none.
    public func name(_ field: String, of shape: TenexShape) -> String? {
        names[shape]?[field] ?? field
    }

    /// The way to a field in an answer.
    func member(_ field: String, of shape: TenexShape) -> Selector {
        .at(name(field, of: shape) ?? field, .whole)
    }

    /// A body with the service's names.
    public func wire(_ value: Value, as shape: TenexShape) -> Value {
        if names.isEmpty { return value }
        switch value {
        case .list(let list): return .list(list.map { wire($0, as: shape) })
        case .object(let object):
            let type = object["type"]?.text
            var renamed: Object = [:]
            for member in object {
                guard let name = name(member.key, of: shape) else { continue }
                let nested = shape.nested(member.key, type: type)
                renamed[name] = nested.map { wire(member.value, as: $0) } ?? member.value
            }
            return .object(renamed)
        default: return value
        }
    }

    /// An answer with the standard names.
    public func canonical(_ value: Value, as shape: TenexShape) -> Value {
        if names.isEmpty { return value }
        switch value {
        case .list(let list): return .list(list.map { canonical($0, as: shape) })
        case .object(let object):
            let back = standardNames(of: shape)
            var renamed: Object = [:]
            for member in object { renamed[back[member.key] ?? member.key] = member.value }
            let type = renamed["type"]?.text
            for member in renamed {
                guard let nested = shape.nested(member.key, type: type) else { continue }
                renamed[member.key] = canonical(member.value, as: nested)
            }
            return .object(renamed)
        default: return value
        }
    }

    private func standardNames(of shape: TenexShape) -> [String: String] {
        var back: [String: String] = [:]
        for (field, name) in names[shape] ?? [:] {
            if let name { back[name] = field }
        }
        return back
    }
}

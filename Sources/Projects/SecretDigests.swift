public import Documents
public import Platforms

/// The texts of all secret fields, of which digests are made.
///
/// A list that is not keyed counts as one field. What becomes known only later takes part as its
/// place, so a text with a secret and an id in it keeps its digest.
public struct SecretTexts: Sendable {
    private struct Entry: Sendable {
        let name: String
        let context: String
        let text: Secret
    }

    private let entries: [Entry]

    /// Whether no field holds a secret.
    public var isEmpty: Bool { entries.isEmpty }
    /// Which fields there are: address, a space, and the field's path.
    public var names: [String] { entries.map(\.name) }

    /// Reads the secrets of some resources.
    public init(
        _ resources: [Resource], vault: Vault,
        shape: @Sendable (KindName) -> Shape?
    ) async throws(VaultError) {
        var fields: [SecretField] = []
        var shapes: [KindName: Shape] = [:]
        for resource in resources {
            let known = shapes[resource.kind] ?? shape(resource.kind) ?? Shape()
            shapes[resource.kind] = known
            SecretField.collect(
                resource.value, resource, FieldPath([]), .object(known), into: &fields)
        }
        let secrets = try await vault.secrets(Set(fields.flatMap { $0.value.secretNames }))
        entries = fields.map { field in
            Entry(
                name: "\(field.resource.address) \(field.path)",
                context: "\(field.resource.kind) \(field.path)",
                text: Secret(field.value.revealed(secrets)))
        }
    }

    /// The keyed digests, by address, a space, and the field's path.
    public func digests(_ digester: Digester) -> [String: String] {
        entries.reduce(into: [:]) { digests, entry in
            digests[entry.name] = digester.digest(entry.text, context: entry.context)
        }
    }
}

/// The keyed digests of all secret fields, by address, a space, and the field's path.
public func secretDigests(
    _ resources: [Resource], vault: Vault, digester: Digester,
    shape: @Sendable (KindName) -> Shape?
) async throws(VaultError) -> [String: String] {
    try await SecretTexts(resources, vault: vault, shape: shape).digests(digester)
}

extension Digester {
    /// The digest that a field of a kind would have whose secrets are what the platform shows.
    public func digest(of live: Value, _ kind: KindName, _ path: FieldPath) -> String {
        digest(live.revealed([:]), context: "\(kind) \(path)")
    }
}

/// One field that holds a secret.
private struct SecretField {
    let resource: Resource
    let path: FieldPath
    let value: Value

    static func collect(
        _ value: Value, _ resource: Resource, _ path: FieldPath, _ type: FieldType?,
        into fields: inout [SecretField]
    ) {
        switch value {
        case .object(let object):
            for member in object {
                let below: FieldType? =
                    switch type {
                    case .object(let shape): shape.field(member.key)?.type
                    case .map(let type): type
                    default: nil
                    }
                collect(member.value, resource, path.appending(member.key), below, into: &fields)
            }
        case .list(let elements):
            if case .list(let element, let key?) = type {
                for (index, value) in elements.enumerated() {
                    let name = value[key]?.text ?? value[key]?.int.map { "\($0)" } ?? "\(index)"
                    collect(value, resource, path.appending(name), element, into: &fields)
                }
            } else if !value.secretNames.isEmpty {
                fields.append(SecretField(resource: resource, path: path, value: value))
            }
        default:
            if !value.secretNames.isEmpty {
                fields.append(SecretField(resource: resource, path: path, value: value))
            }
        }
    }
}

extension Value {
    /// One text that changes exactly when the value does, secrets revealed.
    fileprivate func revealed(_ secrets: [String: Secret]) -> String {
        switch self {
        case .secret(let name): secrets[name]?.reveal { $0 } ?? ""
        case .text(let text): text
        case .captured(let slot): "${\(slot.address).\(slot.name)}"
        case .joined(let parts): parts.map { $0.revealed(secrets) }.joined()
        case .list(let parts): parts.map { $0.framed(secrets) }.joined(separator: ",")
        case .object(let object):
            object.map { "\($0.key)=\($0.value.framed(secrets))" }.joined(separator: ",")
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .int(let int): "\(int)"
        case .double(let double): "\(double)"
        }
    }

    /// The text with its length before it, so that neighbours cannot run together.
    private func framed(_ secrets: [String: Secret]) -> String {
        let text = revealed(secrets)
        return "\(text.utf8.count):\(text)"
    }
}

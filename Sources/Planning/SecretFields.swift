import Documents
public import Platforms

/// The fields in which stored resources name secrets.
struct SecretFields {
    /// One of them.
    struct Field {
        var address: Address
        var path: FieldPath
        /// Whether its kind describes it as a secret.
        var isDescribed: Bool
        /// Address, a space, and path, as digests are called.
        var name: String { "\(address) \(path)" }
    }

    /// All of them.
    private(set) var all: [Field] = []

    init(_ resources: [StoredResource], _ kinds: [KindName: any Kind]) {
        var types: [KindName: SortedType] = [:]
        for resource in resources where resource.value.holdsSecret {
            let shape = kinds[resource.kind]?.shape ?? Shape()
            let type = types[resource.kind] ?? .object(SortedShape(shape))
            types[resource.kind] = type
            collect(resource.value, resource.address, [], type, isDescribed: false)
        }
    }

    private mutating func collect(
        _ value: Value, _ address: Address, _ path: [String], _ type: SortedType, isDescribed: Bool
    ) {
        guard value.holdsSecret else { return }
        if let object = value.object {
            for member in object {
                let inner = type.member(member.key)
                collect(
                    member.value, address, path + [member.key], inner.type,
                    isDescribed: isDescribed || inner.rules.isSecret)
            }
        } else if case .list(let elements) = value, let key = type.element.key {
            for (place, element) in elements.enumerated() {
                let name = element[key]?.scalarText ?? String(place)
                collect(
                    element, address, path + [name], type.element.type, isDescribed: isDescribed)
            }
        } else {
            all.append(Field(address: address, path: FieldPath(path), isDescribed: isDescribed))
        }
    }
}

extension StoredPlan {
    /// Fields that name a secret although no kind describes them so, and neither the ledger nor the
    /// list of the plan has one there: each by its address, a space, and its path.
    public func unexpectedSecrets(
        _ kinds: [KindName: any Kind], recorded: [Address: RecordedResource]
    ) -> [String] {
        let listed = Set(secrets)
        return SecretFields(wanted, kinds).all.filter { field in
            !field.isDescribed && !listed.contains(field.name)
                && recorded[field.address]?.digests[field.path.description] == nil
        }.map(\.name)
    }
}

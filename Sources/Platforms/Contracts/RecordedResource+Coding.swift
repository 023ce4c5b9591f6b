public import Documents

/// The one form in which plans, journals and ledgers hold a record; members that say nothing are
/// left out.
extension RecordedResource {
    /// The record as plain JSON.
    public var encoded: Value {
        var object: Object = [
            "address": .text(address.text), "kind": .text(kind.description),
            "live_id": liveID.encoded, "returned": returned.encoded, "file": .text(file),
        ]
        object["written"] = written?.encoded
        if !given.isEmpty { object["given"] = Value.object(given).encoded }
        if !digests.isEmpty {
            object["digests"] = .object(Object(digests.map { ($0.key, .text($0.value)) }))
        }
        if isProtected { object["protected"] = true }
        object["on_remove"] = onRemove.map { .text($0.rawValue) }
        if !needs.isEmpty { object["needs"] = .list(needs.map { .text($0.text) }) }
        object["held_lifecycle"] = heldLifecycle.map(Value.text)
        if !keptOtherwise.isEmpty { object["kept"] = .list(keptOtherwise.map(\.encoded)) }
        if !released.isEmpty { object["released"] = .list(released.map(\.encoded)) }
        if !orphans.isEmpty { object["orphans"] = .list(orphans.map(\.encoded)) }
        if !unfinished.isEmpty { object["unfinished"] = .list(unfinished.map(\.encoded)) }
        object["resumption"] = resumption?.encoded
        return .object(object)
    }

    /// Reads what `encoded` wrote; nil when it is of another make.
    public init?(encoded: Value) {
        guard let address = encoded["address"]?.text,
            let kind = encoded["kind"]?.text.flatMap(KindName.init(parsing:)),
            let liveID = encoded["live_id"], let returned = encoded["returned"]
        else { return nil }
        self.init(
            address: Address(address), kind: kind, liveID: Value(encoded: liveID),
            written: encoded["written"].map { Value(encoded: $0) },
            returned: Value(encoded: returned),
            given: encoded["given"].flatMap { Value(encoded: $0).object } ?? [:],
            digests: encoded["digests"]?.object?.reduce(into: [:]) { $0[$1.key] = $1.value.text }
                ?? [:],
            isProtected: encoded["protected"]?.bool ?? false,
            onRemove: encoded["on_remove"]?.text.flatMap { ResourceOptions.OnRemove(rawValue: $0) },
            file: encoded["file"]?.text ?? "",
            needs: encoded["needs"]?.list?.compactMap { $0.text.map { Address($0) } } ?? [],
            heldLifecycle: encoded["held_lifecycle"]?.text,
            keptOtherwise: encoded["kept"]?.list?.compactMap { KeptField(encoded: $0) } ?? [],
            released: encoded["released"]?.list?.compactMap { FieldPath(encoded: $0) } ?? [],
            orphans: encoded["orphans"]?.list?.map { Value(encoded: $0) } ?? [],
            unfinished: encoded["unfinished"]?.list?.compactMap { FieldPath(encoded: $0) } ?? [],
            resumption: encoded["resumption"].flatMap { Resumption(encoded: $0) })
    }
}

extension KindName {
    /// Reads `platform/type`.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        self.init(parts[0], parts[1])
    }
}

extension KeptField {
    /// The field as plain JSON.
    public var encoded: Value {
        var object: Object = ["path": path.encoded]
        object["written"] = written?.encoded
        object["returned"] = returned?.encoded
        if isAccepted { object["accepted"] = true }
        return .object(object)
    }

    /// Reads what `encoded` wrote.
    public init?(encoded: Value) {
        guard let path = encoded["path"].flatMap({ FieldPath(encoded: $0) }) else { return nil }
        self.init(
            path: path, written: encoded["written"].map { Value(encoded: $0) },
            returned: encoded["returned"].map { Value(encoded: $0) },
            isAccepted: encoded["accepted"]?.bool ?? false)
    }
}

extension FieldPath {
    fileprivate var encoded: Value { .list(parts.map(Value.text)) }

    fileprivate init?(encoded: Value) {
        guard let parts = encoded.list?.map(\.text), !parts.contains(nil) else { return nil }
        self.init(parts.compactMap { $0 })
    }
}

public import Documents
public import Platforms

extension Plan {
    /// The plan as plain JSON, complete and in canonical order.
    public var encoded: Value {
        .members([
            ("format", .int(Plan.formatVersion)), ("project", .text(project)),
            ("environment", .text(environment)), ("accounts", .list(accounts.map(\.encoded))),
            ("files", .object(Object(files.map { ($0.key, .text($0.value)) }))),
            ("rows", .list(rows.map(\.encoded))), ("notes", .texts(notes)),
            ("unchanged", .int(Int64(unchanged))),
            ("refreshed", Value.list(refreshed.map(\.encoded)).unlessEmpty),
            ("doubles", Value.list(doubles.map(\.encoded)).unlessEmpty),
            ("key", key?.encoded),
            ("uncomparedSecrets", Value.texts(uncomparedSecrets).unlessEmpty),
        ])
    }

    /// The one text of this plan, which its digest is made from.
    public var canonicalText: String { encoded.canonicalJSON }
}

extension Plan.PlannedKey {
    fileprivate var encoded: Value {
        .members([("fingerprint", .text(fingerprint)), ("salt", salt.map(Value.text))])
    }
}

extension Plan.PlannedAccount {
    fileprivate var encoded: Value {
        .object(
            Object([
                ("name", .text(name)), ("platform", .text(platform)), ("url", .text(url)),
                ("token", .text(tokenName)), ("identity", .text(identity)),
                ("facts", Value.object(facts).encoded),
            ]))
    }
}

extension PlanRow {
    /// The row as plain JSON; what is empty or missing is left out.
    public var encoded: Value {
        .members([
            ("number", .int(Int64(number))), ("address", .text(address.text)),
            ("kind", .text(kind.description)), ("action", .text(action.rawValue)),
            ("verb", .text(verb)), ("reason", .text(reason)),
            ("consequences", Value.texts(consequences).unlessEmpty),
            ("irreversible", Value.bool(isIrreversible).unlessEmpty), ("place", place?.encoded),
            ("waitsFor", Value.list(waitsFor.map { .int(Int64($0)) }).unlessEmpty),
            ("fields", Value.list(fields.map(\.encoded)).unlessEmpty),
            ("calls", Value.list(calls.map(\.encoded)).unlessEmpty),
            ("acceptsKept", Value.bool(acceptsKept).unlessEmpty),
            ("blockedBy", Value.list(blockedBy.map(\.encoded)).unlessEmpty),
            ("names", names.encoded.unlessEmpty), ("missing", missing.map(Value.text)),
            ("liveID", liveID?.encoded), ("liveState", liveState.map(Value.text)),
            ("olderObject", Value.bool(isOfOlderObject).unlessEmpty),
            ("was", was.map { .text($0.text) }),
            ("record", record?.encoded),
        ])
    }
}

extension ReferenceNames {
    fileprivate var encoded: Value {
        .object(
            Object(
                names.map { kind, ids in
                    (kind.description, .object(Object(ids.map { ($0, $1.encoded) })))
                }))
    }
}

extension Refresh {
    fileprivate var encoded: Value {
        .members([("held", held.encoded), ("record", record.encoded)])
    }
}

extension LikelyDouble {
    fileprivate var encoded: Value {
        .members([
            ("address", .text(address.text)), ("liveID", liveID.encoded),
            ("otherID", otherID.encoded), ("createdAt", createdAt?.canonical),
        ])
    }
}

extension Place {
    var encoded: Value {
        .members([
            ("file", .text(file)), ("line", .int(Int64(line))), ("column", .int(Int64(column))),
        ])
    }
}

extension FieldChange {
    fileprivate var encoded: Value {
        .members([
            ("path", .texts(path.parts)), ("cause", .text(cause.rawValue)),
            ("before", before?.encoded), ("after", after?.encoded),
            ("recorded", recorded?.encoded), ("kept", kept?.encoded), ("place", place?.encoded),
        ])
    }
}

extension Value {
    /// An object of the members that are there.
    static func members(_ pairs: [(String, Value?)]) -> Value {
        .object(Object(pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }))
    }

    /// Nothing where the value says nothing: an empty list or object, false, zero.
    var unlessEmpty: Value? {
        switch self {
        case .list(let list) where list.isEmpty: nil
        case .object(let object) where object.isEmpty: nil
        case .bool(false), .int(0): nil
        default: self
        }
    }

    /// A list of texts.
    static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.text)) }
}

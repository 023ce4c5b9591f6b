import Diagnostics
import Documents
import Platforms
import Projects
import Reconciling

extension Operation {
    /// A payload that is sent as it is written, with ids in place of the names that it refers by,
    /// as in files.
    ///
    /// `owner` tells which objects of a kind it may mean, where others may have the same names.
    func resolving(
        _ fields: Object, of shape: Shape, among owner: (ObservedResource) -> Bool = { _ in true }
    ) async throws -> Object {
        var references = PlainReferences(to: shape.referred)
        references.look(in: .object(fields), shape)
        guard !references.kinds.isEmpty else { return fields }
        let lookups = references.kinds.intersection(client.platform.lookups.map(\.name))
        let seen = try await observe(references.kinds.subtracting(lookups), lookups: lookups)
        var names = PayloadNames(
            seen.lookups + seen.resources.filter(owner).compactMap(row), in: shortPlace)
        let resolved = names.resolved(.object(fields), .object(shape))
        if names.report.hasErrors { throw Failure(.failed, names.report) }
        return resolved.object ?? fields
    }

    /// What a live object answers to: its name, and the address that a file gives it.
    private func row(_ object: ObservedResource) -> LookupRow? {
        let address = recorded.values.first {
            $0.kind == object.kind && $0.liveID == object.liveID
        }?.address
        let own = address.map { [$0.text, "\($0.type)/\($0.id)"] } ?? []
        let name = Catalog.kind(object.kind)?.objectName(in: object.value)
        return LookupRow(
            kind: object.kind, id: object.liveID, names: [name].compactMap(\.self) + own)
    }
}

/// Puts ids in place of names, by what an account has.
private struct PayloadNames {
    /// Names that nothing has, or several things.
    private(set) var report = Report()
    private let rows: [KindName: [LookupRow]]
    private let place: String

    init(_ rows: [LookupRow], in place: String) {
        self.rows = Dictionary(grouping: rows, by: \.kind)
        self.place = place
    }

    /// A value of a type with the ids of what it names.
    mutating func resolved(_ value: Value, _ type: FieldType) -> Value {
        switch (type, value) {
        case (.reference(let kind, _), .text(let text)):
            return text.isEmpty ? value : id(of: text, kind) ?? value
        case (.object(let shape), .object(let object)):
            return .object(
                mapped(object) { names, name, value in
                    shape.field(name).map { names.resolved(value, $0.type) } ?? value
                })
        case (.map(let inner), .object(let object)):
            return .object(mapped(object) { names, _, value in names.resolved(value, inner) })
        case (.list(let inner, _), .list(let list)):
            var resolved: [Value] = []
            for element in list { resolved.append(self.resolved(element, inner)) }
            return .list(resolved)
        default: return value
        }
    }

    private mutating func mapped(
        _ object: Object, _ change: (inout PayloadNames, String, Value) -> Value
    ) -> Object {
        var members: [Object.Member] = []
        for member in object {
            members.append(Object.Member(member.key, change(&self, member.key, member.value)))
        }
        return Object(members: members)
    }

    /// The id of the one thing that a text names, unless it is an id already.
    private mutating func id(of text: String, _ kind: KindName) -> Value? {
        let all = rows[kind] ?? []
        if let own = all.first(where: { ($0.id.text ?? $0.id.canonicalJSON) == text }) {
            return own.id
        }
        let found = Set(all.filter { $0.names.contains(text) }.map(\.id))
        if found.count == 1 { return found.first }
        report.add(mistake(text, kind, found, all))
        return nil
    }

    private func mistake(
        _ text: String, _ kind: KindName, _ found: Set<Value>, _ all: [LookupRow]
    ) -> Diagnostic {
        let ids = found.map { "`\($0.text ?? $0.canonicalJSON)`" }.sorted()
        guard found.isEmpty else {
            return .error(
                OperatingCode.ambiguous, "\(found.count) \(kind.type)s are called `\(text)`",
                notes: ids, help: "write the id")
        }
        let nearest = Suggestion.nearest(to: text, among: all.flatMap(\.names))
        return .error(
            OperatingCode.notFound, "no \(kind.type) named `\(text)` in \(place)",
            help: nearest.map { "did you mean `\($0)`?" } ?? "ids, names and addresses are taken")
    }
}

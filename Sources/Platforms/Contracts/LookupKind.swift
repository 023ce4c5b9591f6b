package import Documents

/// What can be referred to without a document, looked up by name at plan time. A kind may be both:
/// then a reference means the document of its id, or else what the account has.
public struct LookupKind: Sendable, Hashable {
    /// Its name, `lytics/segment`.
    public var name: KindName
    /// The fields whose texts are names of an object, the one that is shown first.
    public var nameFields: [String]
    /// One sentence.
    public var summary: String

    /// Describes a lookup.
    public init(name: KindName, namedBy nameFields: [String] = ["name"], summary: String) {
        self.name = name
        self.nameFields = nameFields
        self.summary = summary
    }

    /// What an object of an answer is; nil where it has no id.
    package func row(of object: Object, id field: String = "id") -> LookupRow? {
        guard let id = object[field], !id.isNull else { return nil }
        let names = nameFields.compactMap { object[$0]?.text }
        return LookupRow(kind: name, id: id, names: names.distinctNames, fields: object)
    }
}

extension [String] {
    /// What can be a name of one object: no empty text, and none twice.
    package var distinctNames: [String] {
        reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
    }
}

import Documents
import Platforms

/// Several objects as the platform shows them.
struct Details: Showable {
    /// The objects.
    let values: [Value]

    func text(_ style: TextStyle) -> String {
        values.map { YAMLWriter.write($0) }.joined(separator: "---\n")
    }

    var json: Value { .list(values) }

    /// An object without what its kind only ever sends, should a platform answer it after all.
    static func shown(_ value: Value, of kind: KindName) -> Value {
        guard let object = value.object, let shape = Catalog.kind(kind)?.shape else { return value }
        let hidden = shape.fields.filter(\.rules.isWriteOnly).map(\.name)
        return .object(Object(members: object.members.filter { !hidden.contains($0.key) }))
    }
}

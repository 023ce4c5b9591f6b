public import Documents

extension Shape {
    /// A field that names something looked up.
    public struct Name: Sendable, Hashable {
        /// The field.
        public let field: String
        /// What it names one of.
        public let kind: KindName
        /// The name.
        public let text: String
    }

    /// The names in a value that it did not have before.
    public func names(in value: Value, before: Value?) -> [Name] {
        fields.compactMap { field in
            guard let kind = field.rules.named, let text = value[field.name]?.text, !text.isEmpty,
                before?[field.name]?.text != text
            else { return nil }
            return Name(field: field.name, kind: kind, text: text)
        }
    }
}

public import Diagnostics
public import Documents

/// An enumeration whose cases are written as words: `enum StepType: String, WordValue`.
public protocol WordValue: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
    /// What the word means, in a sentence; nil where it says so itself or nobody documents it.
    var meaning: String? { get }
}

extension WordValue {
    /// Nothing is said of a word that says what it means.
    public var meaning: String? { nil }

    /// What each word means, where that is said.
    public static var meanings: [String: String] {
        allCases.reduce(into: [:]) { $0[$1.rawValue] = $1.meaning }
    }

    /// All words.
    public static var fieldType: FieldType { .word(allCases.map(\.rawValue)) }

    /// One of the words, exactly.
    public static func decode(_ node: Node, into report: inout Report) -> Self? {
        guard let text = node.scalarText else { return node.wrongType(Self.self, into: &report) }
        if let word = Self(rawValue: text) { return word }
        let nearest = Suggestion.nearest(to: text, among: allCases.map(\.rawValue))
        report.add(
            .error(
                FieldCode.unknownWord.withoutArea, "must be \(FieldTypeText.phrase(fieldType))",
                at: node.span,
                label: "`\(text)` is none of them", help: nearest.map { "did you mean `\($0)`?" },
                fix: nearest.map { .init(node.span, replacement: node.quoted($0)) }))
        return nil
    }

    /// One of the words, in upper or lower case.
    public init?(lenient value: Value) {
        guard let text = value.text else { return nil }
        guard let word = Self(rawValue: text) ?? Self(rawValue: text.lowercased())
        else { return nil }
        self = word
    }

    /// The word.
    public var canonical: Value { .text(rawValue) }
}

extension Node {
    /// A word as it replaces this node's text.
    fileprivate func quoted(_ word: String) -> String {
        style == .quoted ? "\"\(word)\"" : word
    }
}

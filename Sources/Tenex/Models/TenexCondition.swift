import Diagnostics
import Documents
import Platforms

/// Who takes a branch, or which events count: comparisons, put together by all, any and not.
indirect enum TenexCondition: FieldValue {
    case comparison(TenexComparison)
    case all([TenexCondition])
    case any([TenexCondition])
    case not(TenexCondition)
    /// What an answer shows that is none of these; kept as it is.
    case other(Value)

    /// A map.
    static var fieldType: FieldType { .map(.any) }

    /// Every comparison in it, in order.
    var comparisons: [TenexComparison] {
        switch self {
        case .comparison(let comparison): [comparison]
        case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
        case .not(let part): part.comparisons
        case .other: []
        }
    }
}

/// One comparison of a condition.
struct TenexComparison: Sendable, Equatable {
    /// What is compared, `lead.score`.
    var field: String
    /// How it is compared, `gte`.
    var operation: String
    /// What it is compared with; nil where nothing is written.
    var value: Value?
    /// Where the field stands.
    var fieldSpan: SourceSpan?
    /// Where the word for the comparison stands.
    var operationSpan: SourceSpan?
    /// Where the value stands.
    var valueSpan: SourceSpan?

    /// Compares a field with a value.
    init(field: String, operation: String, value: Value? = nil) {
        self.field = field
        self.operation = operation
        self.value = value
    }
}

extension TenexCondition {
    /// The platform's form.
    var canonical: Value {
        switch self {
        case .comparison(let comparison): comparison.canonical
        case .all(let parts): ["all": .list(parts.map(\.canonical))]
        case .any(let parts): ["any": .list(parts.map(\.canonical))]
        case .not(let part): ["not": part.canonical]
        case .other(let value): value
        }
    }

    /// A condition as drawings show it: `lead.score >= 80 and lead.country in [DE, AT]`.
    var words: String {
        switch self {
        case .comparison(let comparison): comparison.words
        case .all(let parts): parts.map(\.part).joined(separator: " and ")
        case .any(let parts): parts.map(\.part).joined(separator: " or ")
        case .not(let part): "not \(part.part)"
        case .other: "…"
        }
    }

    private var part: String {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1 ? "(\(words))" : words
        default: words
        }
    }
}

extension TenexComparison {
    fileprivate var canonical: Value {
        var object: Object = ["field": .text(field), "op": .text(operation)]
        object["value"] = value
        return .object(object)
    }

    fileprivate var words: String {
        let signs = ["eq": "=", "ne": "≠", "gt": ">", "gte": "≥", "lt": "<", "lte": "≤"]
        if operation == "exists" { return value == false ? "no \(field)" : "\(field) exists" }
        let sign = signs[operation] ?? operation
        return ([field, sign] + [value].compactMap { $0.map(TenexComparison.text) })
            .joined(separator: " ")
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .list(let values): "[\(values.map(text).joined(separator: ", "))]"
        default: String(lenient: value) ?? "…"
        }
    }
}

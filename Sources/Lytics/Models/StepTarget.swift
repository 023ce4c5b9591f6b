import Diagnostics
import Documents
import Platforms

/// Where people go next: a step by its slug or number, or the end of the flow.
enum StepTarget: FieldValue {
    case slug(String)
    case number(Int64)

    /// The end of the flow.
    static let end = StepTarget.slug("end")
    /// A slug or a step's number.
    static var fieldType: FieldType { .any }

    /// Takes a slug, `end` or a step's `id`.
    static func decode(_ node: Node, into report: inout Report) -> StepTarget? {
        switch node.content {
        case .text(let text): return .slug(text)
        case .int(let int): return .number(int)
        default:
            report.add(
                .error(
                    FieldCode.wrongType.lytics, "a step is named by its slug, its id or `end`",
                    at: node.span))
            return nil
        }
    }

    /// Takes a slug or a number; nothing else names a step.
    init?(lenient value: Value) {
        switch value {
        case .text(let text) where !text.isEmpty: self = .slug(text)
        case .int(let int): self = .number(int)
        case .double(let double):
            guard let int = Int64(exactly: double) else { return nil }
            self = .number(int)
        default: return nil
        }
    }

    /// The slug, or the number while no step is known by it.
    var canonical: Value {
        switch self {
        case .slug(let slug): .text(slug)
        case .number(let number): .int(number)
        }
    }

    /// The slug, once it is known; the number as text otherwise.
    var text: String {
        switch self {
        case .slug(let slug): slug
        case .number(let number): String(number)
        }
    }
}

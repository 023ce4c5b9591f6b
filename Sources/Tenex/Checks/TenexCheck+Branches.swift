import Diagnostics
import Documents
import Platforms

extension TenexCheck {
    static let branches = TenexCheck(
        "A step of type `branch` leads on by its `branches`, each with a condition and a `next`; "
            + "`agent`, `connector` and `wait` lead on by `next`.",
        example: document(
            """
            next:
              type: wait
              config: { duration: 1h }
              branches: [{ next: end }]
            """),
        .step { step, report in
            guard let type = step.knownType else { return }
            guard type == .branch else {
                guard step.branches.isPresent else { return }
                report.add(
                    .error(
                        TenexCode.branches,
                        "only a `branch` has `branches`, not `\(type.rawValue)`",
                        at: step.branches.span ?? step.span, help: "write `next: STEP`"))
                return
            }
            if step.next.span != nil, !step.next.isMistaken {
                report.add(
                    .error(
                        TenexCode.branches, "a `branch` leads on by its `branches`, not by `next`",
                        at: step.next.span))
            }
            guard step.branches.value?.isEmpty ?? !step.branches.isMistaken else { return }
            report.add(
                .error(
                    TenexCode.branches, "a `branch` must have `branches`",
                    at: step.branches.span ?? step.type.span,
                    help: "write `branches: [{ condition: …, next: STEP }, { next: STEP }]`"))
        })

    static let otherwise = TenexCheck(
        "Branches are tried in order, and the first that holds is taken. A run that "
            + "none of them takes ends there; a last one without a condition takes it, and says with "
            + "`next: end` that it is meant to end. Only there, as 10ex has no edge that leads to "
            + "the end of a run.",
        example: document(
            """
            next:
              type: branch
              branches:
                - { condition: { field: lead.score, op: gte, value: 80 }, next: more }
            more: { type: wait, config: { duration: 1h } }
            """),
        .step { step, report in
            guard step.knownType == .branch, let ways = step.branches.value, let last = ways.last
            else { return }
            for way in ways where !way.isOtherwise && way.next.value == TenexWords.end {
                report.add(
                    .error(
                        TenexCode.otherwise, "only the last branch may lead to `end`",
                        at: way.next.span, help: "turn its condition around with `not: { … }`"))
            }
            let open = ways.indices.filter { ways[$0].isOtherwise }
            guard let first = open.first else {
                report.add(
                    .warning(
                        TenexCode.otherwise, "a run that no branch takes ends here",
                        at: last.condition.span ?? last.span,
                        help: "add `{ label: otherwise, next: STEP }` behind it, or `next: end`"))
                return
            }
            if open.count > 1 {
                for other in open.dropFirst() {
                    report.add(
                        .error(
                            TenexCode.otherwise, "only one branch has no condition",
                            at: ways[other].span,
                            secondary: ways[first].span.map { [.init($0, "the first one")] }
                                ?? []))
                }
            } else if first != ways.count - 1 {
                report.add(
                    .error(
                        TenexCode.otherwise, "the branch without a condition must be the last",
                        at: ways[first].span, label: "no branch behind it is ever taken"))
            }
        })

    static let operation = TenexCheck(
        "Conditions compare by `eq`, `ne`, `gt`, `gte`, `lt`, `lte`, `in`, `contains` and "
            + "`exists`. Nobody documents that these are all, so others are only warned about.",
        example: compared("{ field: lead.score, op: \">=\", value: 80 }"),
        .comparison { comparison, report in
            let word = comparison.operation
            guard !TenexWords.operators.contains(word) else { return }
            let signs = [
                "=": "eq", "==": "eq", "!=": "ne", ">": "gt", ">=": "gte", "<": "lt", "<=": "lte",
            ]
            let nearest =
                signs[word] ?? Suggestion.nearest(to: word, among: TenexWords.operators)
            report.add(
                .warning(
                    TenexCode.operator, "`\(word)` is no comparison that is known",
                    at: comparison.operationSpan,
                    notes: nearest == nil ? ["known are \(operators)"] : [],
                    help: nearest.map { "did you mean `\($0)`?" }))
        })

    private static let operators =
        TenexWords.operators.map { "`\($0)`" }.joined(separator: ", ")

    static let comparedValue = TenexCheck(
        "What a condition compares with fits its `op`: a list for `in`, a boolean or nothing for "
            + "`exists`, a number or a text for `gt`, `gte`, `lt` and `lte`, one value for the "
            + "others.",
        example: compared("{ field: lead.country, op: in, value: DE }"),
        .comparison { comparison, report in
            guard let rule = rule(of: comparison.operation),
                !rule.fits(comparison.value)
            else { return }
            report.add(
                .error(
                    TenexCode.conditionValue,
                    "`\(comparison.operation)` compares with \(rule.phrase)",
                    at: comparison.valueSpan ?? comparison.operationSpan))
        })

    private static func rule(
        of operation: String
    ) -> (phrase: String, fits: @Sendable (Value?) -> Bool)? {
        switch operation {
        case "in": ("a list", { $0?.list != nil || $0.isOpen })
        case "exists": ("`true`, `false` or nothing", { $0 == nil || $0?.bool != nil })
        case "gt", "gte", "lt", "lte":
            ("a number or a text", { $0?.number != nil || $0?.text != nil || $0.isOpen })
        case "eq", "ne", "contains":
            ("one value", { $0 != nil && $0?.list == nil && $0?.object == nil })
        default: nil
        }
    }

    private static func compared(_ condition: String) -> String {
        document(
            """
            next:
              type: branch
              branches:
                - { condition: \(condition), next: more }
                - { next: end }
            more: { type: wait, config: { duration: 1h } }
            """)
    }
}

extension Value? {
    /// Whether only a run, or an apply, knows what it is.
    fileprivate var isOpen: Bool {
        switch self {
        case .text(let text): text.contains("{{")
        case .captured, .joined, .secret: true
        default: false
        }
    }
}

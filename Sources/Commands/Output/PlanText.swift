public import Platforms

/// A plan for a reviewer: the counts, what is dangerous, then every row with what differs.
public struct PlanText {
    let plan: Plan
    let style: TextStyle

    /// Renders a plan; a row a paragraph, the notes last.
    public static func render(_ plan: Plan, style: TextStyle) -> String {
        let text = PlanText(plan: plan, style: style)
        let blocks = [text.head, text.dangers] + plan.rows.map(text.row) + [text.notes]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    /// The first line of a plan: `2 to create, 1 new version; 12 unchanged`.
    public static func summary(_ plan: Plan) -> String {
        guard !plan.isEmpty else {
            if !plan.uncomparedSecrets.isEmpty {
                return "no changes but for secrets, which are not compared"
            }
            return plan.unchanged == 0
                ? "no changes: nothing is managed" : "no changes: the platforms match the files"
        }
        let replaced = Set(plan.rows.filter { $0.action == .replace }.map(\.address))
        // The end of the object that a row replaces is part of that one.
        let rows = plan.rows.filter { !$0.isOfOlderObject || !replaced.contains($0.address) }
        let open = rows.filter(\.blockedBy.isEmpty)
        let counted = open.reduce(into: [Action: Int]()) { $0[$1.action, default: 0] += 1 }
        let blocked = rows.count - open.count
        let counts =
            Action.allCases.compactMap { action in counted[action].map { words(action, $0) } }
            + (blocked == 0 ? [] : ["\(blocked) blocked"])
        let requests = plan.requests == 1 ? "1 request" : "\(plan.requests) requests"
        let parts = [counts.joined(separator: ", "), "\(plan.unchanged) unchanged"]
        return (parts + (plan.requests == 0 ? [] : [requests])).joined(separator: "; ")
    }

    private static func words(_ action: Action, _ count: Int) -> String {
        switch action {
        case .newVersion: "\(count) new version\(count == 1 ? "" : "s")"
        case .create, .update, .replace, .delete, .adopt, .forget, .move, .start, .pause, .stop,
            .release:
            "\(count) to \(action.rawValue)"
        }
    }

    private var head: [String] {
        let accounts = plan.accounts.map { "\($0.name) \($0.identity) at \($0.url)" }
        let place = ([plan.project, plan.environment] + accounts).filter { !$0.isEmpty }
        let summary = style.lines("", style.paint(Self.summary(plan), .bold))
        guard !place.isEmpty else { return summary }
        return summary + style.lines("", style.paint(place.joined(separator: " · "), .dim))
    }

    private var notes: [String] {
        plan.notes.flatMap { style.lines("\(style.paint("note:", .cyan)) ", $0) }
    }

    /// A place as `file:line`; nothing where there is none.
    static func show(_ place: Place?) -> String {
        place.map { "\($0.file):\($0.line)" } ?? ""
    }
}

extension PlanRow {
    /// What happens, in the platform's word where it has one: `create`, `drain`, `new version`.
    var word: String {
        guard verb.isEmpty else { return verb }
        return action == .newVersion ? "new version" : action.rawValue
    }
}

import Documents
import Platforms

extension PlanText {
    /// The calls of a row as they will be sent, where they are asked for.
    func calls(_ row: PlanRow) -> [String] {
        style.showsCalls ? row.calls.flatMap { call($0) } : []
    }

    private func call(_ call: Call) -> [String] {
        let method = style.paint(call.request.method.rawValue.uppercased(), .blue)
        let target = PlanText.target(call.request)
        return style.lines("\(method) ", "\(target)  \(style.paint(call.summary, .dim))")
            + PlanText.unless(call, style).map { "  " + $0 }
            + PlanText.body(call.request.body, style).map { "  " + $0 } + never(call.again)
    }

    /// What makes a call needless, in words.
    static func unless(_ call: Call, _ style: TextStyle) -> [String] {
        call.unless.map { style.lines("", style.paint("unless \($0.words)", .dim)) } ?? []
    }

    /// A request's path and query, values known later in words.
    static func target(_ request: Request) -> String {
        let path = request.path.map { "/" + JSONText.later($0) }.joined()
        guard !request.query.isEmpty else { return path }
        let pairs = request.query.map { "\($0.key)=\(JSONText.later($0.value))" }
        return "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// What a request carries, values known later in words.
    static func body(_ body: Request.Body, _ style: TextStyle) -> [String] {
        switch body {
        case .none: return []
        case .value(let value): return JSONText.lines(value)
        case .over(let overlay):
            return JSONText.lines(overlay.sent) + kept(overlay.kept, style)
        }
    }

    private static func kept(_ paths: [String]?, _ style: TextStyle) -> [String] {
        if let paths, paths.isEmpty { return [] }
        let words = paths?.joined(separator: ", ") ?? "the rest"
        return [style.paint("‹kept: \(words)›", .cyan)]
    }

    private func never(_ again: Again) -> [String] {
        guard case .never(let reason) = again else { return [] }
        return style.lines("  ", style.paint("never sent twice: \(reason)", .dim))
    }
}

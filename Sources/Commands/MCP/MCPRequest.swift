import Documents
import Platforms

/// A write as an assistant sees it, and as its confirmation is bound to.
struct MCPRequest {
    /// Its method, URL, summary and body.
    let value: Value

    /// Shows what an intent would send first.
    init(_ intent: PendingWrite, _ account: Account) {
        let writes = intent.row.calls.filter { !$0.isRead }
        let first = writes.first?.request
        var request: Object = [
            "method": .text(first?.method.rawValue.uppercased() ?? ""),
            "url": .text(account.url + (first.map(PlanText.target) ?? "")),
            "summary": .text(writes.map(\.summary).joined(separator: "; ")),
        ]
        if case .value(let body) = first?.body { request["body"] = body }
        value = .object(request)
    }
}

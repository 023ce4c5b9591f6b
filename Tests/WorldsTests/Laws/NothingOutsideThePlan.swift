import Documents
import Platforms

/// Every write is a call of a plan that was shown.
struct NothingOutsideThePlan: Law {
    let name = "no write is outside the plan"

    func judge(_ history: History) -> Verdict {
        var verdict = Verdict()
        for run in history.runs {
            let calls = run.plans.flatMap(\.rows).flatMap(\.calls)
            for write in history.writes where write.run == run.number {
                verdict.occasions += 1
                guard !calls.contains(where: { $0.request.isSent(as: write) }) else { continue }
                verdict.breaches.append("\(run.words) sent \(write.line), which no plan has")
            }
        }
        return verdict
    }
}

extension Request {
    /// Whether a write can be this request, with what was not known yet as anything.
    func isSent(as write: Write) -> Bool {
        guard method.rawValue.uppercased() == write.method else { return false }
        let sent = write.path.suffix(path.count)
        return sent.count == path.count && zip(path, sent).allSatisfy { $0.isSent(as: $1) }
    }
}

extension Value {
    /// Whether a part of a path can be this value.
    fileprivate func isSent(as part: String) -> Bool {
        switch self {
        case .text(let text): text == part
        case .int(let number): "\(number)" == part
        default: true
        }
    }
}

import Documents
import Platforms
import Reconciling
import Testing

/// Why a write is sent again by the same run.
enum Hindrance: String, Sendable, CaseIterable, CustomTestStringConvertible {
    /// The platform wants no requests for a minute.
    case tooMany = "429"
    /// The platform fails, and nothing is done.
    case failing = "500"
    /// A gateway gives up, and nothing is done.
    case timedOut = "504"
    /// The request is lost on its way.
    case lostBefore = "lost before it"
    /// It is carried out, and the answer is lost.
    case lostAfter = "lost after it"
    /// The server cannot be reached.
    case unreachable = "never sent"

    var testDescription: String { rawValue }

    /// What the client gets; `carryOut` does what the request asks for.
    func result(_ carryOut: () -> Answer) -> Result<Answer, TransportError> {
        func refusal(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
            Answer(status: status, headers: headers, body: ["message": "not now"])
        }
        switch self {
        case .tooMany: return .success(refusal(429, ["retry-after": "60"]))
        case .failing: return .success(refusal(500))
        case .timedOut: return .success(refusal(504))
        case .lostBefore: return .failure(.unknownOutcome("cut off"))
        case .lostAfter:
            _ = carryOut()
            return .failure(.unknownOutcome("cut off"))
        case .unreachable: return .failure(.notSent("the connection was refused"))
        }
    }
}

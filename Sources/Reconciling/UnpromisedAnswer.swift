import Documents
import Platforms

/// An answer of success that shows something else than the platform promises.
public struct UnpromisedAnswer: Sendable, Equatable {
    /// The HTTP status.
    public var status: Int
    /// The media type that the answer has; empty where it has none.
    public var mediaType: String
    /// What it is, in words that repeat nothing it says: `an object with `error``.
    public var came: String
    /// What was promised, in words.
    public var promised: String

    /// What came instead of what, in one sentence about an account.
    func message(_ account: String) -> String {
        let type = mediaType.isEmpty ? "" : " (\(mediaType))"
        return "`\(account)` answered \(status)\(type) with \(came) instead of \(promised)"
    }
}

extension Answer {
    /// The media type without its parameters, as far as it is one: `application/json`.
    var mediaType: String {
        let type = headers["content-type"]?.prefix { $0 != ";" } ?? ""
        let isPlain = type.allSatisfy {
            $0.isPlainLetterOrDigit || "/+-.".contains($0)
        }
        return isPlain && type.count <= 60 ? type.lowercased() : ""
    }
}

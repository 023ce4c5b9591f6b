public import Documents
import Platforms

/// How well an auth works, from best to worst.
public enum LyticsAuthHealth: String, Sendable, Comparable, CaseIterable {
    case healthy, unknown, unhealthy, expired
    /// A connection names it and the account does not have it.
    case missing

    /// Reads it from an auth as the service shows it; `now` is RFC 3339 in UTC.
    public init(_ auth: Object, now: String) {
        if let end = auth["expires"]?.text, !end.isEmpty, end < now {
            self = .expired
        } else if auth["unhealthy"] == true {
            self = .unhealthy
        } else {
            self = LyticsAuthHealth(rawValue: auth["status"]?.text ?? "") ?? .unknown
        }
    }

    /// Whether its credentials must be given anew.
    public var needsCredentials: Bool { self == .unhealthy || self == .expired }

    /// Orders from best to worst.
    public static func < (left: LyticsAuthHealth, right: LyticsAuthHealth) -> Bool {
        left.rank < right.rank
    }

    /// What that means for those that use it; nil where nothing shows that it does not work.
    var trouble: Trouble? { needsCredentials ? Trouble(.unhealthy, rawValue) : nil }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

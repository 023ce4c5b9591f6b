import Foundation
import Platforms

/// A time zone by its IANA name, from the tables that come with the program.
public struct TenexZone: Sendable, Hashable {
    /// The name, `Europe/Berlin`.
    public let name: String
    private let zone: TimeZone

    /// Finds a zone; nil where there is none of this name.
    public init?(_ name: String) {
        guard name == "UTC" || name == "GMT" || name.contains("/"),
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.name = name
        self.zone = zone
    }

    /// How many seconds its clocks are ahead of UTC at a moment, in seconds since 1970.
    package func offset(at seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

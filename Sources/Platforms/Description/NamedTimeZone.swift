import Diagnostics
import Foundation

/// A time zone by its IANA name, from the tables that come with the program.
package struct NamedTimeZone: Sendable, Hashable {
    /// The name, `Europe/Berlin`.
    package let name: String
    private let zone: TimeZone

    /// Finds a zone; nil where there is none of this name.
    package init?(_ name: String) {
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

    /// The zone whose name, or whose city, is nearest to a text; nil where none is near.
    package static func nearest(to text: String) -> String? {
        let names = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.sorted()
        if let name = Suggestion.nearest(to: text, among: names) { return name }
        let cities = Dictionary(names.map { (city(of: $0), $0) }) { first, _ in first }
        return cities[city(of: text)]
            ?? Suggestion.nearest(to: city(of: text), among: cities.keys.sorted())
            .flatMap { cities[$0] }
    }

    private static func city(of name: String) -> String {
        let last = name.split(separator: "/", omittingEmptySubsequences: false).last
        return String(last ?? "").lowercased().replacing(" ", with: "_")
    }
}

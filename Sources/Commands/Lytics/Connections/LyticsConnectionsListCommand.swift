import ArgumentParser
import Documents
import Platforms

/// `weir lytics connections list`: connections with the health of their auths.
struct LyticsConnectionsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List connections with the health of their auths.")

    static let output = Listing.schema(LyticsConnectionRow.columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let seen = try await operation.observe([Noun.connection.kind, Noun.auth.kind])
            let auths = seen.resources.filter { $0.kind == Noun.auth.kind }
            let byID = Dictionary(
                auths.map { ($0.liveID, $0.raw.object ?? [:]) }, uniquingKeysWith: { $1 })
            let raw = seen.resources.filter { $0.kind == Noun.connection.kind }.map(\.raw)
            let now = operation.session.now()
            let rows = operation.sorted(.list(raw), by: .connection).map {
                LyticsConnectionRow($0, auths: byID, now: now)
            }
            operation.show(Listing(columns: LyticsConnectionRow.columns, items: rows), reading)
            let used = Set(rows.flatMap { $0.raw["auth_ids"]?.list ?? [] })
            LyticsAuthAdvice(operation).give(
                auths.filter { used.contains($0.liveID) }.compactMap(\.raw.object))
            return .done
        }
    }
}

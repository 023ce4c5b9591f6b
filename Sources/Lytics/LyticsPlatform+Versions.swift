import Diagnostics
import Documents
import Platforms

/// `/v2/flow/ui` lists the newest version alone: under a draft, the version that acts on people is
/// looked for.
extension LyticsPlatform {
    /// More versions in a row than this are not looked for under a draft.
    private static let most: Int64 = 50

    /// Reads the version of a number, below those that were shown.
    func older(than newer: [SeenVersion], number: Int64, _ account: Account) -> Read {
        let id = newer.first?.raw["id"] ?? .null
        var wire = newer.last?.wire ?? .steps
        // Nodes and edges do not say everything: what acts is read in full.
        if newer.last?.form == .graph, FlowWire.asked(account) == nil { wire = .core }
        var read = LyticsRead.olderVersion(wire, below: newer, number: number).one(
            id, wire.read(id, version: Int(number)),
            purpose: "version \(number) of the flow `\(id.idText)`")
        read.absence = .object
        return read
    }

    /// Understands a version below a draft; where it acts on nobody, the one below is read.
    func takeOlderVersion(
        _ value: Value?, _ wire: FlowWire, below newer: [SeenVersion], _ number: Int64,
        _ scope: Scope, _ account: Account, into report: inout Report
    ) -> Observation {
        var observation = Observation()
        let found = value.flatMap { SeenVersion($0, at: wire) }.map { [$0] } ?? []
        let versions = found.filter { !$0.isDeleted } + newer
        let newest = versions.last?.number ?? 0
        if versions.allSatisfy(\.isDraft), number > 0 {
            guard newest - number < Self.most else {
                report.add(
                    .error(
                        LyticsCode.versionUnknown,
                        "the flow `\(versions.last?.id ?? "")` has a draft, version \(newest), and "
                            + "none of the \(Self.most) versions below it",
                        help: "delete the draft in Lytics, or start it, so that it can be told "
                            + "which version runs"))
                return observation
            }
            observation.reads = [older(than: versions, number: number - 1, account)]
            return observation
        }
        let flow = SeenFlow.all(versions).first
        let reading = FlowReading(account: account, scope: scope)
        observation.resources = [flow.flatMap { reading.resource($0) }].compactMap(\.self)
        return observation
    }
}

import Documents
import Platforms

/// Plans that the tests of this folder show.
enum SamplePlan {
    static let flow = Address("lytics/flow/welcome_series")
    static let file = "lytics/flows/welcome-series.yaml"

    static func row(
        _ action: Action, verb: String = "", number: Int = 1, fields: [FieldChange] = [],
        calls: [Call] = [], consequences: [String] = [], isIrreversible: Bool = false,
        waitsFor: [Int] = [], address: Address = flow
    ) -> PlanRow {
        PlanRow(
            number: number, address: address, kind: KindName("lytics", address.type),
            action: action, verb: verb, reason: "", consequences: consequences,
            isIrreversible: isIrreversible, place: Place(file: file, line: 3, column: 5),
            waitsFor: waitsFor, fields: fields, calls: calls)
    }

    static func plan(_ rows: [PlanRow], notes: [String] = [], unchanged: Int = 12) -> Plan {
        Plan(
            project: "acme-journeys", environment: "sandbox", rows: rows, notes: notes,
            unchanged: unchanged)
    }

    static func change(
        _ path: String, _ cause: Cause, _ before: Value?, _ after: Value?,
        recorded: Value? = nil, line: Int? = nil
    ) -> FieldChange {
        FieldChange(
            path: FieldPath(path.split(separator: ".").map(String.init)), cause: cause,
            before: before, after: after,
            recorded: recorded, place: line.map { Place(file: file, line: $0, column: 12) })
    }

    static let hour: Int64 = 3_600_000_000_000
}

import Diagnostics
import Documents
import Platforms

/// What a form of the wire cannot carry, each with its place.
enum FlowLimits {
    /// What nodes and edges have no place for; whether `delay_until` has one only the service
    /// tells.
    static func ofGraph(_ value: Value) -> [Refusal] {
        var refusals: [Refusal] = []
        if value["reentry_condition"]?.isNull == false {
            refusals.append(refusal("`reentry_condition`", FieldPath(["reentry_condition"])))
        }
        for step in value["steps"]?.list ?? [] {
            let path = FieldPath(["steps", step["slug"]?.text ?? ""])
            switch step["type_hint"]?.text {
            case "affinity", "work_export_exit":
                let type = step["type_hint"]?.text ?? ""
                refusals.append(refusal("a step of the type `\(type)`", path))
            default: break
            }
        }
        return refusals + shares(in: value)
    }

    /// The A/B tests, whose shares `/v2/flow/ui` is known to drop.
    static func shares(in value: Value) -> [Refusal] {
        (value["steps"]?.list ?? []).filter { $0["type_hint"] == "ab_testing" }.map { step in
            Refusal(
                code: LyticsCode.wireCannotCarry,
                message: "`/v2/flow/ui` drops the shares of an A/B test",
                path: FieldPath(["steps", step["slug"]?.text ?? ""]),
                help: "write `wire: auto` or `wire: core` in the account's entry")
        }
    }

    private static func refusal(_ what: String, _ path: FieldPath) -> Refusal {
        Refusal(
            code: LyticsCode.wireCannotCarry,
            message: "nodes and edges have no place for \(what)", path: path,
            help: "write `wire: auto` or `wire: core` in the account's entry")
    }
}

import EmulatedKit

extension TenexEmulatedAPI {
    /// A disputed point of the API.
    enum Switch: String, DisputedPoint {
        case minuteBudget = "tenex-rate-limits"
        case bareLists = "tenex-bare-lists"
        case missingTotals = "tenex-missing-totals"
        case strictLimit = "tenex-strict-limit"
        case badRequests = "tenex-bad-requests"
        case acceptedRuns = "tenex-accepted-runs"
        case baseVersionIgnored = "tenex-base-version-ignored"
        case alwaysVersions = "tenex-always-versions"
        case branchFanOut = "tenex-branch-fan-out"
        case dormantTriggers = "tenex-dormant-triggers"
        case flowEvents = "tenex-flow-events"
        case attemptIDs = "tenex-attempt-ids"

        static let onInBrief: Set<Switch> = [.bareLists, .missingTotals, .flowEvents]
        static let onToday: Set<Switch> = [.badRequests]

        var summary: String {
            switch self {
            case .minuteBudget: "the 1,001st request of a key in a minute is a 429"
            case .bareLists: "workflows and triggers are listed as bare arrays, without pages"
            case .missingTotals: "the pages of runs and steps come without `total`"
            case .strictLimit: "a `limit` above 200 is a 422, else it counts as 200"
            case .badRequests: "malformed JSON or a missing field is a 400, else a 422"
            case .acceptedRuns: "a started run is answered with 202, else with 201"
            case .baseVersionIgnored: "a graph's `base_version` is not looked at"
            case .alwaysVersions: "a graph equal to the current one makes a new version too"
            case .branchFanOut: "every branch whose condition holds is taken, else the first"
            case .dormantTriggers: "triggers are stored but never fire"
            case .flowEvents: "webhooks hear of `flow.run.started` and `flow.run.completed`"
            case .attemptIDs: "each attempt of a webhook has an `id` of its own"
            }
        }
    }
}

extension EmulatedStore {
    /// Whether a switch of 10ex is on.
    func isOn(_ one: TenexEmulatedAPI.Switch) -> Bool { switches.contains(one.rawValue) }
}

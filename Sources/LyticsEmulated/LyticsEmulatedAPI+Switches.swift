import EmulatedKit

extension LyticsEmulatedAPI {
    /// A disputed point of the API.
    enum Switch: String, DisputedPoint {
        case strictFlows = "strict-flows"
        case forgetSteps = "forget-steps"
        case calendarNodes = "calendar-nodes"
        case softDeleteFlows = "soft-delete-flows"
        case dropABShares = "drop-ab-shares"
        case editInPlace = "edit-in-place"
        case labelsInPlace = "labels-in-place"
        case jobStatusesOfBrief = "job-statuses-of-brief"
        case jobListsOfBrief = "job-lists-of-brief"
        case jobLimit = "job-limit"
        case strictWorkflows = "strict-workflows"
        case connectionPutRejects = "connection-put-rejects"
        case connectionConfigInPlace = "connection-config-in-place"
        case connectionPut201 = "connection-put-201"
        case deleteWithoutBody = "delete-without-body"
        case openCatalogue = "open-catalogue"

        static let onInBrief: Set<Switch> = [
            .softDeleteFlows, .jobStatusesOfBrief, .jobListsOfBrief, .connectionConfigInPlace,
        ]
        static let onToday: Set<Switch> = [
            .strictFlows, .calendarNodes, .dropABShares, .connectionPut201, .deleteWithoutBody,
        ]

        var summary: String {
            switch self {
            case .strictFlows: "`/v2/flow/ui` refuses `steps` and takes only nodes and edges"
            case .forgetSteps: "`/v2/flow/ui` takes a flow with `steps` and keeps none of them"
            case .calendarNodes: "nodes keep `delay_until`, as the editor has it since June 2026"
            case .softDeleteFlows: "a deleted flow stays listed and readable as `deleted`"
            case .dropABShares: "`/v2/flow/ui` drops the shares of an A/B split given as `steps`"
            case .editInPlace: "changed steps edit the running version instead of making a draft"
            case .labelsInPlace: "labels, conditions and `work_config` change on a running version"
            case .jobStatusesOfBrief: "job statuses are `runnable`, `fault`, `killed` and so on"
            case .jobListsOfBrief: "lists leave out failed jobs, `show_deleted` shows killed ones"
            case .jobLimit: "at most ten jobs can be created in an hour"
            case .strictWorkflows: "only workflows of the catalogue exist, with required fields"
            case .connectionPutRejects: "a connection update with a fixed field is refused"
            case .connectionConfigInPlace: "a connection update changes `config` too"
            case .connectionPut201: "a connection update answers 201"
            case .deleteWithoutBody: "a delete answers 204 without a body"
            case .openCatalogue: "unknown auth types and providers are taken as they come"
            }
        }
    }
}

extension EmulatedStore {
    /// Whether a switch of Lytics is on.
    func isOn(_ one: LyticsEmulatedAPI.Switch) -> Bool { switches.contains(one.rawValue) }
}

package import Diagnostics

/// The codes of Lytics alone.
package enum LyticsCode: String, ExplainedCode {
    case slug = "lytics/slug"
    case duplicateID = "lytics/duplicate-id"
    case unknownStep = "lytics/unknown-step"
    case missingNext = "lytics/missing-next"
    case shares = "lytics/shares"
    case fallback = "lytics/fallback"
    case priority = "lytics/priority"
    case duration = "lytics/duration"
    case delay = "lytics/delay"
    case delayUntil = "lytics/delay-until"
    case reentry = "lytics/reentry"
    case cannotRun = "lytics/cannot-run"
    case affinity = "lytics/affinity"
    case work = "lytics/work"
    case quietTime = "lytics/quiet-time"
    case authType = "lytics/auth-type"
    case wireCannotCarry = "lytics/wire-cannot-carry"
    case editedInPlace = "lytics/edited-in-place"
    case sharesLost = "lytics/shares-lost"
    case versionUnknown = "lytics/version-unknown"
    case idTaken = "lytics/id-taken"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .slug: FlowCheck.slug.meaning
        case .duplicateID: FlowCheck.duplicateID.meaning
        case .unknownStep: FlowCheck.unknownStep.meaning
        case .missingNext: FlowCheck.missingNext.meaning
        case .shares: FlowCheck.shares.meaning
        case .fallback: FlowCheck.fallback.meaning
        case .priority: FlowCheck.priority.meaning
        case .duration: FlowCheck.duration.meaning
        case .delay: FlowCheck.delay.meaning
        case .delayUntil: FlowCheck.delayUntil.meaning
        case .reentry: FlowCheck.reentry.meaning
        case .cannotRun: FlowCheck.cannotRun.meaning
        case .affinity: FlowCheck.affinity.meaning
        case .work: FlowCheck.work.meaning
        case .quietTime: JobCheck.quietTime.meaning
        case .authType: AuthCheck.type.meaning
        case .wireCannotCarry:
            Meaning(
                "The form in which this account takes flows has no place for something in this "
                    + "flow. `wire: auto` in the account's entry sends such a flow through `/v2/flow`, "
                    + "which has.")
        case .editedInPlace:
            Meaning(
                "Changed steps of a running flow make a new version in draft. The answer is "
                    + "none, so Lytics may have changed the version that runs, with people in it. "
                    + "Nothing was published or started after that: look at the flow in Lytics.")
        case .sharesLost:
            Meaning(
                "After an A/B test was written, its shares are read back before the flow is "
                    + "started. They are not as written, so everybody would take one way. "
                    + "`wire: core` in the account's entry keeps them.")
        case .idTaken:
            Meaning(
                "A flow's id is the author's. Between the plan and the apply a flow with the same "
                    + "id was made by somebody else; writing through `/v2/flow` would have written "
                    + "over it, so nothing was. Plan again, and adopt that flow or give another id."
            )
        case .versionUnknown:
            Meaning(
                "Lytics lists the newest version of a flow. Where that is a draft, Weir reads the "
                    + "versions below it, since one of them may run. Many in a row are not there, "
                    + "so it cannot be told what runs, and nothing is planned.")
        }
    }
}

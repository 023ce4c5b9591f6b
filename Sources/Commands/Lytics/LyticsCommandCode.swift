import Diagnostics

/// The codes for what the commands of Lytics refuse.
enum LyticsCommandCode: String, ExplainedCode {
    case jobState = "lytics/job-state"
    case flowState = "lytics/flow-state"
    case noVersion = "lytics/no-version"
    case noSegment = "lytics/no-segment"
    case noWork = "lytics/no-work"
    case unknownWorkflow = "lytics/unknown-workflow"
    case unknownProvider = "lytics/unknown-provider"
    case unknownTable = "lytics/unknown-table"
    case unknownAuthType = "lytics/unknown-auth-type"
    case noCredentials = "lytics/no-credentials"
    case apiToken = "lytics/api-token"
    case setupChoice = "lytics/setup-choice"
    case setupNeeds = "lytics/setup-needs"

    /// What the rule of each code asks for, and why.
    var meaning: Meaning {
        switch self {
        case .jobState:
            Meaning(
                "The command makes no sense in the state that the job is in; the message says "
                    + "which commands do.")
        case .flowState:
            Meaning(
                "A flow goes from draft to running and from running to draining, and no other "
                    + "way. What drains can only be followed by a new version.")
        case .noVersion:
            Meaning(
                "The flow has no version of this number, or the platform deleted it.")
        case .noSegment:
            Meaning(
                "The flow takes in the people of a segment that the account does not have, so "
                    + "nobody would ever enter.")
        case .noWork:
            Meaning(
                "An export hands people to a job, or to a work of its own that has to be "
                    + "published. A flow that is started without it would send them nothing, and "
                    + "a start cannot be taken back.")
        case .unknownWorkflow:
            Meaning(
                "A job does what its workflow says, and the service has no workflow of this "
                    + "name.")
        case .unknownProvider:
            Meaning(
                "A connection is to a provider that the service knows; there is none of this "
                    + "name.")
        case .unknownTable:
            Meaning(
                "The connection shows no table of this name. A scan may show what it has by "
                    + "now.")
        case .unknownAuthType:
            Meaning(
                "The type of an auth says which credentials it has, and no type of this name "
                    + "is known.")
        case .noCredentials:
            Meaning(
                "The service takes credentials and never gives them back, so every write of an "
                    + "auth sends them. Give them as `${secret.NAME}`, on standard input, or typed on "
                    + "a terminal that does not show them; never as an argument.")
        case .apiToken:
            Meaning(
                "The service lists API tokens among auths. Deleting one could take away the "
                    + "very token that this command uses, so it is refused.")
        case .setupChoice:
            Meaning(
                "A setup asks which auth to use: one of those listed, by its number, or a new "
                    + "one.")
        case .setupNeeds:
            Meaning(
                "A setup asks for what it needs, and without a terminal that is given as an "
                    + "option; the message names it. Nothing was sent.")
        }
    }
}

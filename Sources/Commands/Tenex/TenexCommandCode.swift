import Diagnostics

/// The codes for what the commands of 10ex refuse.
enum TenexCommandCode: String, ExplainedCode {
    case workflowState = "tenex/workflow-state"
    case runState = "tenex/run-state"
    case runStatus = "tenex/run-status"
    case noVersion = "tenex/no-version"
    case versionState = "tenex/version-state"
    case noDocument = "tenex/no-document"
    case signature = "tenex/signature"

    /// What the rule of each code asks for, and why.
    var meaning: Meaning {
        switch self {
        case .workflowState:
            Meaning(
                "A workflow is activated from draft or paused, paused from active, and archived "
                    + "from each of them; nothing leads back from archived.")
        case .runState:
            Meaning(
                "A run that is under way can be paused and cancelled, one that is paused can be "
                    + "resumed and cancelled, and one that is over can be neither.")
        case .runStatus:
            Meaning(
                "The word is close to the status of a run, and is none. Other words that 10ex "
                    + "may come to use are taken as they are.")
        case .noVersion:
            Meaning(
                "Versions of a workflow count from 1, and the workflow has none of this number.")
        case .versionState:
            Meaning(
                "Only a version that another one has taken the place of can be archived. Its runs "
                    + "keep their history.")
        case .noDocument:
            Meaning(
                "The doctor compares the account with an OpenAPI document, which 10ex serves at "
                    + "`/openapi.json`. What it got is none.")
        case .signature:
            Meaning(
                "10ex signs webhooks with a header `X-10ex-Signature: sha256=…`, whose value "
                    + "has 64 hexadecimal digits.")
        }
    }
}

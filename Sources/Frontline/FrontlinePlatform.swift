public import Diagnostics
public import Documents
public import Platforms

/// Frontline: agents with their variables and intents, and the conversation flows of agents.
///
/// In: documents, and answers of `prod-api.getfrontline.ai`. Out: resources, observations and calls
/// as data. Never: the network, a token, a clock.
public struct FrontlinePlatform: Platform {
    /// Makes the platform; it has no state.
    public init() {}

    /// `frontline`.
    public let name = "frontline"
    /// `Frontline`.
    public let title = "Frontline"
    /// The variables of Frontline's own command line; the base URL ends in `/public/v1`.
    public let defaults = AccountDefaults(
        urlVariable: "FRONTLINE_BASE_URL", url: "https://prod-api.getfrontline.ai/public/v1",
        tokenName: "FRONTLINE_API_KEY")
    /// What a file can describe; variables and intents stand in their agent's file.
    public let kinds: [any Kind] = [
        FrontlineAgentKind(), FrontlineFlowKind(), FrontlineVariableKind(), FrontlineIntentKind(),
    ]
    /// What can only be referred to.
    public let lookups: [LookupKind] = [
        .tools, .models, .knowledgeBases, .playbooks, .recordTypes, .connectedAccounts,
    ]
    /// A thousand requests a minute, for all keys of an account together.
    public let limits = RateLimit(requests: 1000, window: .seconds(60))
    /// `api`, the vocabulary that the service speaks.
    public let accountOptions = [
        AccountOption(
            name: "api", words: ["auto", "brief", "today"],
            summary: "The words that the service uses; `auto` uses what its answers use.")
    ]

    /// The key as a bearer token.
    public func authorization(_ token: String) -> [(name: String, value: String)] {
        [(name: "Authorization", value: "Bearer \(token)")]
    }

    /// Whose key it is.
    public func identityRead(_ account: Account) -> Read {
        Read(FrontlineAccountOperations.me, purpose: "the account")
    }

    /// The number of the account.
    public func identity(in value: Value, of account: Account) -> String? {
        value["account"]?["id"]?.int.map { String($0) } ?? value["account"]?["id"]?.text
    }

    /// Whether variables, captures and intents of all flows and agents fit together.
    public func complete(_ resources: [Resource], into report: inout Report) -> [Resource] {
        FrontlineProject.complete(resources, into: &report)
    }

    /// The long forms of Frontline's rules.
    public static let explanations: [Explanation] =
        FrontlineCode.explanations
        + FieldCode.explanations(of: "frontline", example: FrontlineCode.example)
}

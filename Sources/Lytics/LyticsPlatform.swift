public import Diagnostics
public import Documents
import Flows
public import Platforms

/// Lytics: flows, connections, auths and jobs; segments, providers and workflows by name.
///
/// In: documents, and answers of `api.lytics.io`. Out: resources, observations and calls as data.
/// Never: the network, a token, a clock.
public struct LyticsPlatform: Platform {
    /// Makes the platform; it has no state.
    public init() {}

    /// `lytics`.
    public let name = "lytics"
    /// `Lytics`.
    public let title = "Lytics"
    /// The variables of Lytics' own documents.
    public let defaults = AccountDefaults(
        urlVariable: "LYTICS_API_URL", url: "https://api.lytics.io",
        tokenName: "LYTICS_API_TOKEN")
    /// What a file can describe.
    public let kinds: [any Kind] = [
        LyticsFlowKind(), LyticsConnectionKind(), LyticsAuthKind(), LyticsJobKind(),
    ]
    /// What can only be referred to.
    public let lookups: [LookupKind] = [.segments, .providers, .workflows]
    /// A thousand requests a minute.
    public let limits = RateLimit(requests: 1000, window: .seconds(60))
    /// `wire`, the form in which flows are sent.
    public let accountOptions = [
        AccountOption(
            name: "wire", words: ["auto", "steps", "graph", "core"],
            summary: "The form in which flows are sent; `auto` uses what the answers use.")
    ]

    /// The raw token, without a scheme.
    public func authorization(_ token: String) -> [(name: String, value: String)] {
        [(name: "Authorization", value: token)]
    }

    /// The accounts that the token reaches.
    public func identityRead(_ account: Account) -> Read {
        Read(LyticsOperation.listAccounts.request(), purpose: "the account")
    }

    /// The number of the only account, or of the one that is its own parent.
    public func identity(in value: Value, of account: Account) -> String? {
        let accounts = value.list ?? [value]
        let own =
            accounts.count == 1
            ? accounts[0]
            : accounts.first { $0["aid"] != nil && $0["aid"] == $0["parentaid"] }
        switch own?["aid"] ?? own?["id"] {
        case .int(let number): return String(number)
        case .text(let text): return text
        default: return nil
        }
    }

    /// The long forms of Lytics' rules.
    public static let explanations: [Explanation] =
        LyticsCode.explanations
        + FieldCode.explanations(of: "lytics", example: LyticsCode.example)
        + FlowCode.explanations(
            of: "lytics", without: [.unknownTarget], example: FlowCheck.example)
}

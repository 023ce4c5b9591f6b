public import Diagnostics
public import Documents
import Flows
public import Platforms

/// 10ex: workflows with their triggers; versions and runs are operated, not written in files.
///
/// In: documents, and answers of `api.10ex.ai`. Out: resources, observations and calls as data.
/// Paths, methods and field names come from the account's `TenexAPI`. Never: the network, a token,
/// a clock.
public struct TenexPlatform: Platform {
    /// Makes the platform; it has no state.
    public init() {}

    /// `tenex`.
    public let name = "tenex"
    /// `10ex`.
    public let title = "10ex"
    /// As the company writes it.
    public let aliases = ["10ex"]
    /// The variables that 10ex itself uses; the base URL is the host.
    public let defaults = AccountDefaults(
        urlVariable: "TENEX_API_BASE", url: "https://api.10ex.ai", tokenName: "TENEX_API_KEY")
    /// What a file can describe; triggers stand in their workflow's file.
    public let kinds: [any Kind] = [TenexWorkflowKind(), TenexTriggerKind()]
    /// What can only be referred to.
    public let lookups = [
        LookupKind(name: .tenexAgent, summary: "An agent, by its slug."),
        LookupKind(name: .tenexConnector, summary: "A connector, by `provider/role` or name."),
        LookupKind(name: .tenexSegment, summary: "A segment, by name."),
        LookupKind(name: .tenexSequence, summary: "An email sequence, by name."),
        LookupKind(name: .tenexTemplate, summary: "A template of workflows, by its slug."),
    ]
    /// A thousand requests a minute for each key; the service does not say when to come again.
    public let limits = RateLimit(requests: 1000, window: .seconds(60))
    /// `workspace`, and the corrections of paths, methods and field names.
    public let accountOptions = TenexAPI.accountOptions

    /// The key as a bearer token.
    public func authorization(_ token: String) -> [(name: String, value: String)] {
        [(name: "Authorization", value: "Bearer \(token)")]
    }

    /// Whether the key is taken; nothing tells whose it is.
    public func identityRead(_ account: Account) -> Read {
        let api = TenexAPI(options: account.options)
        return TenexRead.workflows.list(
            .listWorkflows, "the workspace", api, query: ["limit": 1])
            ?? Read(Request(.get, ["openapi.json"]), purpose: "the workspace")
    }

    /// The host, and the workspace as the account's entry names it.
    public func identity(in value: Value, of account: Account) -> String? {
        let host = Self.host(of: account.url)
        let workspace = account.options["workspace"]?.text
        return workspace.map { "\(host)/\($0)" } ?? host
    }

    /// The host of a URL without its port, which is another one each time `weir emulate` starts.
    private static func host(of url: String) -> String {
        let rest = url.split(separator: "//", maxSplits: 1).last ?? ""
        let authority = rest.prefix { $0 != "/" }
        guard authority.hasPrefix("[") else { return String(authority.prefix { $0 != ":" }) }
        return String(authority.prefix { $0 != "]" }) + "]"
    }

    /// What only all documents together show.
    public func complete(_ resources: [Resource], into report: inout Report) -> [Resource] {
        TenexProject.complete(resources, into: &report)
    }

    /// The long forms of 10ex' rules.
    public static let explanations: [Explanation] =
        TenexCode.explanations
        + FieldCode.explanations(of: "tenex", example: TenexCode.example)
        + FlowCode.explanations(
            of: "tenex", without: [.deadEnd], example: TenexCheck.example)
}

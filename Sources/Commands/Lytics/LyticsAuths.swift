import Lytics
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Auths of Lytics.
    static let auth = ResourceType("lytics", "auth")
}

/// `weir lytics auths`: the credentials that jobs and connections use.
struct LyticsAuths: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auths",
        abstract: "List, inspect and change auths; their credentials are never shown.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, LyticsAuthsCreateCommand.self,
            LyticsAuthsUpdateCommand.self, SteerCommand<Delete>.self,
        ])
}

extension LyticsAuths {
    /// The auths of integrations; API tokens are auths too, and left out.
    enum List: ListVerb {
        static let help = VerbHelp(.auth, "list", "List auths, never their credentials.")

        struct Input: ParsableArguments {
            @Option(help: "Only auths of this type.") var type: String?
            @Flag(help: "The account's API tokens and the platform's own auths too.")
            var showTokens = false
        }

        /// An auth with its health at the time of the list.
        struct Item: Sendable, HasMembers {
            let auth: LyticsAuthAnswer
            let health: LyticsAuthHealth

            func member(_ name: String) -> Value? { auth.raw[name] }
        }

        static let columns: [Column<Item>] = [
            .member("id", "id", "The auth's id."),
            .member("name", "name", "Its label.", "label"),
            .member("type", "type", "What kind of credentials it holds."),
            .member("provider", "provider", "The system it is for.", "provider_slug"),
            Column("status", "status", "Its health: healthy, unknown, unhealthy or expired.") {
                .text($0.health.rawValue)
            },
            .member("last used", "last_used", "When it was last used.", "last_accessed_at"),
            .member(nil, "description", "What it is for."),
            .member(nil, "updated", "When it was last changed."),
        ]

        static func list(_ input: Input, _ context: Operation) async throws -> Listing<Item> {
            let request = LyticsAuthOperations.list(type: input.type)
            let answer = try await context.read(request, "the auths")
            let all = context.sorted(answer, by: .auth).map(LyticsAuthAnswer.init)
            if all.isEmpty, let type = input.type { try LyticsAuthTypes.check(type) }
            let shown = input.showTokens ? all : all.filter { !$0.isNoIntegration }
            let now = context.session.now()
            return Listing(
                columns: columns,
                items: shown.map { Item(auth: $0, health: $0.health(now: now)) },
                remarks: LyticsAuthHealth.advice(on: shown, now: now),
                hints: input.showTokens ? [] : leftOut(all))
        }

        private static func leftOut(_ all: [LyticsAuthAnswer]) -> [String] {
            let tokens = all.count(where: \.isToken)
            let others = all.count(where: \.isNoIntegration) - tokens
            var parts: [String] = []
            if tokens > 0 { parts.append("\(tokens) API token\(tokens == 1 ? "" : "s")") }
            if others > 0 { parts.append("\(others) of the platform's own") }
            guard !parts.isEmpty else { return [] }
            return ["left out: \(parts.joined(separator: ", ")); --show-tokens shows everything"]
        }
    }

    enum Get: GetVerb {
        static let help = VerbHelp(
            .auth, "get", "Show everything about auths but their credentials.")

        struct Input: ParsableArguments {
            @Option(help: "Read through the endpoint of this type.") var type: String?
        }

        static func values(
            _ found: [LiveObject], _ input: Input, _ context: Operation
        ) async throws -> [Value] {
            let type = input.type
            return try await context.gather(found) {
                LyticsAuthOperations.get($0.liveID, type: type)
            }.map { Details.shown($0, of: ResourceType.auth.kind) }
        }

        static func remarks(_ values: [Value], _ context: Operation) -> [String] {
            LyticsAuthHealth.advice(
                on: values.compactMap(\.object).map(LyticsAuthAnswer.init),
                now: context.session.now())
        }
    }

    enum Delete: DeleteVerb {
        typealias Place = AccountOptions<LyticsAuthUses>
        static let help = VerbHelp(
            .auth, "delete", "Delete auths; the platform stops the jobs that use them.")
        static let refusalStatus = ExitStatus.refused

        static func refusals(_ auth: LiveObject, _ context: LyticsAuthUses) -> [Diagnostic] {
            auth.tokenRefusals
        }

        static func consequences(_ auth: LiveObject, _ context: LyticsAuthUses) -> [String] {
            let jobs = context.jobs(using: [auth.liveID]).map { "the platform stops \($0)" }
            let lines = jobs + context.connections(using: [auth.liveID]).map { "\($0) loses it" }
            return lines.isEmpty ? ["no live job and no connection uses it"] : lines
        }
    }
}

extension LiveObject {
    /// Refuses the account's API tokens, which are auths too: one of them may be the caller's.
    var tokenRefusals: [Diagnostic] {
        guard LyticsAuthAnswer(raw).isNoIntegration else { return [] }
        return [
            .error(
                LyticsCommandCode.apiToken, "an API token is no auth of an integration: \(title)",
                help: "tokens are made and revoked in Lytics itself")
        ]
    }
}

extension LyticsAuthHealth {
    /// For every auth in trouble the commands that mend it.
    static func advice(on auths: [LyticsAuthAnswer], now: String) -> [String] {
        auths.compactMap { auth in
            let health = auth.health(now: now)
            guard health.needsCredentials else { return nil }
            let (id, type, label) = (auth.id, auth.type ?? "TYPE", auth.label)
            if type.contains("oauth"), CredentialKeys.of(type) == nil {
                return "auth `\(label)` is \(health.rawValue): it was made in a browser, and is "
                    + "renewed there, in Lytics' own list of auths"
            }
            return "auth `\(label)` is \(health.rawValue): `weir lytics auths update \(id)` gives "
                + "it new credentials, `weir lytics auths create \(type) --label \"\(label) 2\"` "
                + "makes another one"
        }
    }
}

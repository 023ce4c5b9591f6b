import Diagnostics
import Documents
import Lytics
import Platforms

/// Everything that a setup has to know before it sends anything, asked or given by options.
struct LyticsSetupChoices {
    /// Where the auth comes from.
    enum Auth {
        case existing(LiveObject)
        case new(Payload)
    }

    /// What was chosen.
    struct Made {
        let auth: Auth
        let connection: Payload
    }

    private let operation: Operation
    private let provider: LookupRow
    private let wishes: LyticsSetupOptions
    private var console: Console { operation.session.console }
    private var slug: String { provider.names.first ?? provider.id.text ?? "" }

    init(_ operation: Operation, _ provider: LookupRow, _ wishes: LyticsSetupOptions) {
        self.operation = operation
        self.provider = provider
        self.wishes = wishes
    }

    /// Asks for what no option gives; without a terminal that is refused.
    func made() async throws -> Made {
        var connection = try connectionPayload()
        let written = try connection.tree()["label"]?.text
        let label = try wishes.label ?? written ?? ask("label of the connection", "--label")
        if written == nil || wishes.label != nil { connection.fields["label"] = label }
        let auth = try await auth(label: label)
        if wishes.file == nil || !wishes.config.isEmpty {
            let config = try LyticsSetupConfig(console, provider).members(wishes.config)
            if !config.isEmpty { connection.members["config"] = config }
        }
        return Made(auth: auth, connection: connection)
    }

    private func connectionPayload() throws -> Payload {
        var payload =
            try wishes.file.map { try operation.session.payload($0, of: .connection) }
            ?? .blank(.connection)
        payload.fields["provider_slug"] = slug
        return payload
    }

    private func auth(label: String) async throws -> Auth {
        if let word = wishes.auth { return .existing(try await operation.find(word, .auth)) }
        if wishes.authFile == nil, wishes.authType == nil {
            let existing = try await existing()
            if let found = try choose(among: existing) { return .existing(found) }
        }
        let type = try wishes.authType ?? ask("type of the auth\(suggestions)", "--auth-type")
        let payload = try LyticsAuthPayload(type, operation.session, option: "--auth-file")
            .read(wishes.authFile, label: wishes.authLabel, instead: label)
        return .new(payload)
    }

    /// The auths of the provider, by label.
    private func existing() async throws -> [LiveObject] {
        let kind = ResourceType.auth.kind
        return try await operation.observe([kind]).resources
            .filter { $0.kind == kind && isOfProvider($0.raw) }
            .map { operation.live($0, .auth) }.sorted()
    }

    private func isOfProvider(_ auth: Value) -> Bool {
        let names = LyticsAuthAnswer(auth.object ?? [:]).providers
        return names.contains(slug) || names.contains(provider.id.text ?? slug)
    }

    /// Lets a person choose; nil for a new one.
    private func choose(among found: [LiveObject]) throws -> LiveObject? {
        let titles = found.map { $0.title }
        guard console.readAnswer != nil else { throw needs("an auth", "--auth", titles) }
        guard !found.isEmpty else {
            console.talk("the account has no auth of \(slug) yet; a new one is made")
            return nil
        }
        for (number, title) in titles.enumerated() { console.talk("  \(number + 1)  \(title)") }
        let answer = console.ask("which auth? a number, or `new`:") ?? ""
        if answer == "new" { return nil }
        if let number = Int(answer), found.indices.contains(number - 1) { return found[number - 1] }
        throw Failure(
            .failed,
            .error(
                LyticsCommandCode.setupChoice,
                "an auth is chosen by its number, or `new`: `\(answer)`"))
    }

    /// The known types whose names begin like the provider.
    private var suggestions: String {
        let name = slug.replacing("-", with: "_")
        let near = CredentialKeys.types.filter { $0.hasPrefix(name) }
        return near.isEmpty ? "" : " (\(near.joined(separator: ", ")))"
    }

    private func ask(_ what: String, _ option: String) throws -> String {
        guard let answer = console.ask("\(what):") else { throw needs("a \(what)", option, []) }
        guard answer.isEmpty else { return answer }
        throw needs("a \(what)", option, [])
    }

    private func needs(_ what: String, _ option: String, _ there: [String]) -> Failure {
        let help =
            option == "--auth"
            ? "pass `--auth ID`, or `--auth-type TYPE` with `--auth-file FILE` to make one"
            : "pass `\(option)`"
        return Failure(
            .failed,
            .error(
                LyticsCommandCode.setupNeeds,
                "the setup of `\(slug)` needs \(what); nothing was sent",
                notes: there.map { "there is \($0)" }, help: help))
    }
}

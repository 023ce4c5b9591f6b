import Diagnostics
import Documents
import Lytics
import Platforms
import Projects

/// The payload of an auth on its way: its credentials leave the text before anybody sees it.
///
/// A file names secrets, `${secret.NAME}`; what stands on standard input is a secret itself; what
/// is left out is asked for without echo.
struct LyticsAuthPayload {
    private let type: String
    private let session: Session
    private let option: String
    /// Whether the auth is there already.
    private let isThere: Bool

    /// Reads payloads of a type; `option` is the one that takes a file.
    init(_ type: String, _ session: Session, option: String = "-f", isThere: Bool = false) {
        self.type = type.replacing("-", with: "_")
        self.session = session
        self.option = option
        self.isThere = isThere
    }

    /// Reads a payload; `label` is the label it must have, `instead` one where it writes none.
    func read(
        _ file: String?, label: String? = nil, instead: String? = nil
    ) throws -> Payload {
        var payload =
            try file.map { try session.payload($0, of: .auth) }
            ?? .blank(.auth)
        let tree = try payload.tree()
        if file == "-" {
            take(tree, from: &payload)
        } else {
            try refuseLiterals(tree, in: payload)
            hideStrays(tree, in: &payload)
        }
        payload.fields["type"] = type
        if let label = label ?? (tree["label"] == nil ? instead : nil) {
            payload.fields["label"] = label
        }
        if tree["kind"] == nil { try askForRest(tree, &payload) }
        return payload
    }

    // What stands in the text

    /// Makes secrets of the literals on standard input.
    private func take(_ tree: Node, from payload: inout Payload) {
        let original = payload
        let hidden = tree.literals().filter { literal in
            let isText = literal.path.first == "config" && literal.text != nil
            return isText || isStray(literal) || isCredential(literal)
        }
        var given: [String: Secret] = [:]
        _ = payload.replace(hidden) { literal in
            let path = literal.path.first == "config" ? literal.path.dropFirst() : literal.path[...]
            let name = Self.free(path.joined(separator: "."), given)
            given[name] = Secret(literal.text ?? original.written(literal))
            return "\"${secret.\(name)}\""
        }
        payload.secrets.merge(given) { $1 }
    }

    private func refuseLiterals(_ tree: Node, in payload: Payload) throws {
        let hidden = tree.literals().filter { isStray($0) || isCredential($0) }
            .sorted { $0.span < $1.span }
        guard hidden.contains(where: isCredential) else { return }
        var masked = payload
        let spans = masked.replace(hidden) { _ in "*****" }
        var report = Report()
        for (literal, span) in zip(hidden, spans) where isCredential(literal) {
            report.add(refusal(of: literal.path.prefix(2).last ?? "", at: span))
        }
        var sources = Sources()
        _ = sources.add(masked.source)
        throw Failure(.failed, report, sources: sources)
    }

    private func refusal(of key: String, at span: SourceSpan) -> Diagnostic {
        .error(
            FieldCode.literalSecret.of("lytics"),
            "`\(key)` must be a secret such as `${secret.\(key.uppercased())}`", at: span,
            help: "write `${secret.NAME}`, leave it out to be asked for it without echo, or give "
                + "the payload with `\(option) -`")
    }

    /// Hides what stands where no field is: it may be a credential in the wrong place.
    private func hideStrays(_ tree: Node, in payload: inout Payload) {
        _ = payload.replace(tree.literals().filter(isStray)) { _ in "\"*****\"" }
    }

    private func isStray(_ literal: PayloadLiteral) -> Bool {
        let rules = ResourceType.auth.rules
        let known = rules.shape.fields.map(\.name) + rules.serverFields
        return !(known + ["kind", "id", "weir", "$schema"]).contains(literal.path.first ?? "")
    }

    private func isCredential(_ literal: PayloadLiteral) -> Bool {
        guard literal.path.first == "config" else { return false }
        guard literal.path.count > 1 else { return true }
        return CredentialKeys.contains(literal.path[1], type: type)
    }

    // What is asked for

    private func askForRest(_ tree: Node, _ payload: inout Payload) throws {
        let written = Set((tree["config"]?.map ?? []).map(\.key))
        let known = CredentialKeys.of(type)
        let wanted = known ?? []
        payload.members["config"] = [:]
        for key in wanted where !written.contains(key) { ask(for: key, &payload) }
        if known == nil, written.isEmpty { askByName(&payload) }
        let given = written.union(payload.members["config", default: [:]].keys)
        guard wanted.isEmpty || wanted.contains(where: given.contains) else {
            throw Failure(.failed, missing(wanted))
        }
        // Of a new auth that is made in a browser the service tells so itself.
        let isOfBrowser = !isThere && type.contains("oauth")
        guard known != nil || isOfBrowser || !given.isEmpty else {
            throw Failure(.failed, unknown)
        }
    }

    /// Takes a credential that is typed and not shown; an empty one is left out.
    private func ask(for key: String, _ payload: inout Payload) {
        let question = "`\(key)` of \(type), not shown; empty leaves it out:"
        guard let typed = session.console.askHidden(question), !typed.isEmpty else { return }
        let name = Self.free(key, payload.secrets)
        payload.secrets[name] = typed
        payload.members["config", default: [:]][key] = "${secret.\(name)}"
    }

    /// Asks what the credentials of a type are called that is not known, and then for each.
    private func askByName(_ payload: inout Payload) {
        guard session.console.readHidden != nil, !type.contains("oauth") else { return }
        let question = "the name of a credential of \(type), as Lytics calls it; empty for no more:"
        while let key = session.console.ask(question), !key.isEmpty { ask(for: key, &payload) }
    }

    /// What is told of an auth without credentials, where it is not known what they are called.
    private var unknown: Diagnostic {
        .error(
            LyticsCommandCode.noCredentials,
            "an auth of type `\(type)` needs its credentials in `config`",
            notes: [
                "Weir does not know their names, and the service never shows them again",
                LyticsAuthTypes.warning(type),
            ].compactMap(\.self),
            help:
                "write `${secret.NAME}` for each in a file, or give the payload with `\(option) -`")
    }

    private func missing(_ keys: [String]) -> Diagnostic {
        let names = keys.map { "`\($0)`" }.joined(separator: ", ")
        return .error(
            LyticsCommandCode.noCredentials, "an auth of type `\(type)` has credentials: \(names)",
            notes: ["the service never gives them back, so they are sent with every write"],
            help:
                "write `${secret.NAME}` in the file, give the payload with `\(option) -`, or run "
                + "it on a terminal to be asked without echo")
    }

    /// A name for a secret that no environment variable has.
    private static func free(_ text: String, _ taken: [String: Secret]) -> String {
        let plain = text.map { $0.isPlainLetterOrDigit ? $0 : "_" }
        var name = "given.\(String(plain))"
        while taken[name] != nil { name += "_" }
        return name
    }
}

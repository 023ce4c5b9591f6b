import Diagnostics
import Documents
import Platforms

/// Makes accounts of the entries of `accounts:`, both settings merged and expressions resolved.
struct AccountEntries {
    let catalog: ProjectCatalog
    let variables: [String: String]
    /// The tokens, each with its place.
    private(set) var secrets: [String: SourceSpan] = [:]

    init(_ catalog: ProjectCatalog, variables: [String: String]) {
        self.catalog = catalog
        self.variables = variables
    }

    /// The accounts that can be made of the entries.
    mutating func accounts(_ entries: [Node.Entry], into report: inout Report) -> [Account] {
        entries.compactMap { account($0, into: &report) }.sorted { $0.name < $1.name }
    }

    private mutating func account(_ entry: Node.Entry, into report: inout Report) -> Account? {
        guard entry.key.isName else {
            report.add(
                .error(
                    SettingsCode.account, "an account's name has letters, digits, `_` and `-` only",
                    at: entry.keySpan))
            return nil
        }
        guard entry.value.map != nil || entry.value.isNull else {
            report.add(.error(AccountOptionCode.type, "an account is a map", at: entry.value.span))
            return nil
        }
        guard let platform = platform(entry, into: &report) else { return nil }
        let known =
            ["account_id", "insecure", "platform", "token", "url"] + platform.options.map(\.name)
        Keys.check(entry.value.map ?? [], known: known, of: "an account", into: &report)
        let url = url(entry, platform, into: &report)
        let token = token(entry, platform, into: &report)
        let options = options(entry, platform, into: &report)
        guard let url, let token else { return nil }
        secrets[token] = entry.value["token"]?.span ?? entry.keySpan
        return Account(
            name: entry.key, platform: platform.name, url: url, tokenName: token, options: options)
    }

    private func platform(
        _ entry: Node.Entry, into report: inout Report
    ) -> ProjectCatalog.Entry? {
        let written = entry.value["platform"]
        guard let word = written.map(\.text) ?? entry.key else {
            report.add(
                .error(AccountOptionCode.type, "`platform` is a text", at: written?.span))
            return nil
        }
        if let platform = catalog.platform(word) { return platform }
        let names = catalog.platforms.map(\.name)
        let help = Words.nearest(
            to: word, among: names, otherwise: "the platforms are \(Words.list(names))")
        guard let written else {
            report.add(
                .error(
                    SettingsCode.noPlatform, "an account says which platform it is on",
                    at: entry.keySpan, help: "add `platform:` to `\(entry.key)`; \(help ?? "")"))
            return nil
        }
        report.add(
            .error(
                SettingsCode.unknownPlatform, "no platform is called `\(word)`", at: written.span,
                help: help))
        return nil
    }

    /// Reports variables that are set and empty where a URL is asked of them: the default would
    /// be a server that nobody meant.
    func refuseEmptyVariables(_ entries: [Node.Entry], into report: inout Report) {
        for entry in entries {
            guard let url = entry.value["url"], !url.isNull else { continue }
            var unread = Report()
            for part in ExpressionSyntax.parse(url, into: &unread) ?? [] {
                guard case .environment(let name, _) = part, variables[name] == "" else { continue }
                report.add(empty(name, at: url.span))
            }
        }
    }

    private func empty(_ variable: String, at span: SourceSpan) -> Diagnostic {
        .error(
            SettingsCode.emptyURL, "the environment variable `\(variable)` is set and empty",
            at: span, label: "its URL is read from there",
            help: "give `\(variable)` the URL, or unset it")
    }

    private func url(
        _ entry: Node.Entry, _ platform: ProjectCatalog.Entry, into report: inout Report
    ) -> String? {
        let variable = platform.defaults.urlVariable
        if let written = entry.value["url"], !written.isNull {
            if case .expression(let expression) = written.content {
                guard expression.isSecret else { return nil }
                report.add(.error(SettingsCode.url, "a URL is not secret", at: written.span))
                return nil
            }
            return checked(written.text ?? "", entry, at: written.span, into: &report)
        }
        if let set = variables[variable] {
            guard set.isEmpty else {
                return checked(set, entry, at: entry.keySpan, from: variable, into: &report)
            }
            report.add(empty(variable, at: entry.keySpan))
            return nil
        }
        if let url = platform.defaults.url { return url }
        report.add(
            .error(
                SettingsCode.url, "the account `\(entry.key)` has no `url`", at: entry.keySpan,
                help: "set the environment variable `\(variable)`, or write `url:`"))
        return nil
    }

    private func checked(
        _ text: String, _ entry: Node.Entry, at span: SourceSpan, from variable: String? = nil,
        into report: inout Report
    ) -> String? {
        var url = text[...]
        while url.hasSuffix("/") { url = url.dropLast() }
        let notes = variable.map { ["it comes from the environment variable `\($0)`"] } ?? []
        let isPlain = !url.contains { $0.isWhitespace || "?#@\\".contains($0) }
        guard ["https://", "http://"].contains(where: url.hasPrefix), isPlain,
            let host = ServerHost(String(url))
        else {
            let label = variable == nil || url.contains("@") ? "" : "its URL is `\(text)`"
            report.add(
                .error(
                    SettingsCode.url,
                    "a base URL is `https://` or `http://`, a host and perhaps a path", at: span,
                    label: label, notes: notes))
            return nil
        }
        let mayBeRead = isInsecure(entry, into: &report)
        if url.hasPrefix("http://"), !host.isLoopback, !mayBeRead {
            report.add(
                .error(
                    SettingsCode.insecure,
                    "the token would go to `\(host)` over `http://`, where others can read it",
                    at: span, notes: notes,
                    help: "write `https://`, or `insecure: true` in the account"))
        }
        return String(url)
    }

    private func isInsecure(_ entry: Node.Entry, into report: inout Report) -> Bool {
        guard let written = entry.value["insecure"], !written.isNull else { return false }
        if case .bool(let value) = written.content { return value }
        report.add(
            .error(AccountOptionCode.type, "`insecure` is `true` or `false`", at: written.span))
        return false
    }

    private func token(
        _ entry: Node.Entry, _ platform: ProjectCatalog.Entry, into report: inout Report
    ) -> String? {
        guard let written = entry.value["token"], !written.isNull else {
            return platform.defaults.tokenName
        }
        if case .expression(let expression) = written.content {
            if expression.parts.count == 1, case .secret(let name) = expression.parts[0] {
                return name
            }
            if expression.parts.isEmpty { return nil }
        }
        report.add(
            .error(
                SettingsCode.token, "a token is a whole `${secret.NAME}`, never written out",
                at: written.span,
                help: "write `token: \"${secret.\(platform.defaults.tokenName)}\"`"))
        return nil
    }

    private func options(
        _ entry: Node.Entry, _ platform: ProjectCatalog.Entry, into report: inout Report
    ) -> Object {
        var options: Object = [:]
        if let id = entry.value["account_id"], !id.isNull { options["account_id"] = text(id) }
        for option in platform.options {
            guard let value = entry.value[option.name], !value.isNull else { continue }
            if let read = option.read {
                options[option.name] = read(value, &report)
                continue
            }
            guard let text = value.scalarText, option.words.isEmpty || option.words.contains(text)
            else {
                report.add(
                    .error(
                        AccountOptionCode.option,
                        "`\(option.name)` is one of \(Words.list(option.words))",
                        at: value.span,
                        help: value.text.flatMap { Words.nearest(to: $0, among: option.words) }))
                continue
            }
            options[option.name] = .text(text)
        }
        return options
    }

    private func text(_ node: Node) -> Value? { node.scalarText.map { .text($0) } }
}

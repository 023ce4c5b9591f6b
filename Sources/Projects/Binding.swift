import Diagnostics
import Documents
import Platforms

/// A project's settings bound to one environment: values instead of expressions.
struct Binding: Sendable {
    let name: String
    let environment: String
    let catalog: ProjectCatalog
    private(set) var variables: Variables
    private(set) var accounts: [Account] = []
    private(set) var ledger = ""
    private(set) var secretSources = SecretSources()
    private(set) var secretPlaces: [String: SourceSpan] = [:]
    private(set) var table: ReferenceTable
    private(set) var excluded: Set<Address> = []
    /// What the environment changes, by address.
    private(set) var patches: [String: [Node]] = [:]
    /// The files read so far.
    let sources: Sources
    let settings: Settings
    /// Whether every document is there, so that an unknown address is a mistake.
    private let isWhole: Bool
    /// The accounts that are written, whole or not: what is missing then has its message already.
    private let writtenAccounts: Set<String>

    /// Evaluates the settings, variables first.
    init(
        _ settings: Settings, _ request: ProjectRequest, root: String, _ sources: Sources,
        into report: inout Report
    ) {
        self.settings = settings
        isWhole = request.extent == .whole
        self.sources = sources
        environment = settings.environmentName
        catalog = request.catalog
        name = Self.name(settings.project, into: &report)
        let file = settings.environment?.path
        variables = Variables(
            process: request.variables, environmentFile: file,
            secrets: SecretVariables(catalog, sources))
        table = ReferenceTable([], catalog)
        writtenAccounts = Set(settings.accounts.map(\.key))
        var resolver = ExpressionResolver(variables, table, sources)
        resolver.place = .variables
        for entry in resolver.resolve(settings.variables, into: &report) {
            variables.set(entry.key, entry.value, sources)
        }
        resolver = ExpressionResolver(variables, table, sources)
        resolver.place = .settings
        var entries = AccountEntries(catalog, variables: request.variables)
        entries.refuseEmptyVariables(settings.accounts, into: &report)
        let resolved = resolver.resolve(settings.accounts, into: &report)
        accounts = entries.accounts(resolved, into: &report)
        secretPlaces = entries.secrets
        table = ReferenceTable(accounts, catalog)
        ledger = Self.ledger(settings, &resolver, root: root, into: &report)
        secretSources = SecretSources(settings, &resolver, root: root, into: &report)
    }

    private static func name(_ project: SettingsDocument, into report: inout Report) -> String {
        if let name = project.text("name", into: &report) {
            if name.text.isName { return name.text }
            report.add(
                .error(
                    SettingsCode.name, "a project's name has letters, digits, `_` and `-` only",
                    at: name.span))
        } else if project["name"] == nil {
            report.add(
                .error(
                    SettingsCode.name, "a project has a `name`, which the ledger knows it by",
                    at: project.kindSpan, help: "add `name:` below `kind:`"))
        }
        return ""
    }

    private static func ledger(
        _ settings: Settings, _ resolver: inout ExpressionResolver, root: String,
        into report: inout Report
    ) -> String {
        let written = settings.environment?["ledger"] ?? settings.project["ledger"]
        guard let written else { return "\(root)/.weir/ledger.sqlite" }
        let node = resolver.resolve(written, into: &report)
        if case .expression(let expression) = node.content, expression.parts.isEmpty { return "" }
        guard let text = node.text, !text.isEmpty else {
            report.add(
                .error(AccountOptionCode.type, "`ledger` is the path of a file", at: written.span))
            return ""
        }
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            report.add(
                .error(
                    SettingsCode.unsupported, "a PostgreSQL ledger is not yet supported",
                    at: written.span, help: "name a file, such as `.weir/ledger.sqlite`"))
        } else if text.contains("://") {
            report.add(
                .error(SettingsCode.ledger, "a ledger is the path of a file", at: written.span))
        }
        return text.hasPrefix("/") ? text : "\(root)/\(text)"
    }

    /// Gives every document its address; leaves out what cannot have one or is not wanted here.
    mutating func place(_ drafts: [Draft], into report: inout Report) -> [Draft] {
        // What is in a file that is not read is not known: an address may be there.
        let hadErrors = report.hasErrors
        table.isPartial = hadErrors
        var placed: [Draft] = []
        placed.reserveCapacity(drafts.count)
        var doubled: Set<Address> = []
        var alike: [String: SourceSpan] = [:]
        var choice = AccountChoice(self, written: writtenAccounts)
        for draft in drafts {
            guard let account = choice.account(of: draft, into: &report) else { continue }
            var draft = draft
            draft.account = account
            draft.address = Address(account: account, type: draft.name.type, id: draft.id)
            if let first = alike.updateValue(draft.idSpan, forKey: draft.address.text.lowercased()),
                table.places[draft.address.text] == nil
            {
                report.add(differsInCase(draft, first))
            }
            if let first = table.add(draft.address, at: draft.idSpan) {
                report.add(duplicate(draft, first))
                doubled.insert(draft.address)
            } else {
                for child in draft.kind.children(of: draft.node) {
                    table.add(child, of: draft.address)
                }
                placed.append(draft)
            }
        }
        choice.summarize(into: &report)
        // Which of two is meant is not known: neither is patched or checked.
        placed.removeAll { doubled.contains($0.address) }
        guard isWhole else { return placed }
        let only = accounts.count == 1 ? accounts[0].name : nil
        let selection = Selection(settings.environment, onlyAccount: only, into: &report)
        excluded = selection.excluded(table, into: &report)
        for address in excluded where !table.children.isEmpty {
            excluded.formUnion(table.children(of: address))
        }
        let isTrusted = placed.count == drafts.count && !hadErrors
        patches = patches(
            of: settings.environment, onlyAccount: only, isTrusted: isTrusted, into: &report)
        if isTrusted { checkOthers(placed, onlyAccount: only, into: &report) }
        return excluded.isEmpty ? placed : placed.filter { !excluded.contains($0.address) }
    }

    private func differsInCase(_ draft: Draft, _ first: SourceSpan) -> Diagnostic {
        .warning(
            ProjectCode.sameButCase,
            "`\(draft.address)` differs from another address in small and capital letters only",
            at: draft.idSpan, secondary: [Diagnostic.Label(first, "the other one")],
            help: "give one of them an `id` that nobody takes for the other's")
    }

    private func duplicate(_ draft: Draft, _ first: SourceSpan) -> Diagnostic {
        .error(
            ProjectCode.duplicate, "two documents have the address `\(draft.address)`",
            at: draft.idSpan, secondary: [Diagnostic.Label(first, "the first one")],
            help: "give one of them another `id`")
    }
}

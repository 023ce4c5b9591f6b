import Diagnostics
import Documents
import Platforms

/// Finds the account of each document: the one it names, or the only one on its platform.
struct AccountChoice {
    private let accounts: [String: [String]]
    private let written: Set<String>
    private let isComplete: Bool
    private var resolver: ExpressionResolver
    private let platforms: [String: String]
    private var missing: [String: (count: Int, span: SourceSpan)] = [:]

    init(_ binding: Binding, written: Set<String>) {
        let found = binding.accounts
        accounts = Dictionary(grouping: found, by: \.platform).mapValues { $0.map(\.name) }
        platforms = Dictionary(found.map { ($0.name, $0.platform) }) { first, _ in first }
        self.written = written
        isComplete = found.count == written.count
        resolver = ExpressionResolver(binding.variables, binding.table, binding.sources)
        resolver.place = .options
    }

    /// The account's name; nil if there is none, which is reported.
    mutating func account(of draft: Draft, into report: inout Report) -> String? {
        let platform = draft.name.platform
        if let named = draft.node["weir"]?["account"] {
            return check(named, platform, into: &report)
        }
        let possible = accounts[platform] ?? []
        if possible.count == 1 { return possible[0] }
        if possible.isEmpty {
            missing[platform, default: (0, draft.kindSpan)].count += 1
        } else {
            report.add(
                .error(
                    ProjectCode.whichAccount,
                    "a document on a platform with several accounts names one of them",
                    at: draft.kindSpan,
                    help: "add `weir: { account: … }` with one of \(Words.list(possible))"))
        }
        return nil
    }

    private mutating func check(
        _ node: Node, _ platform: String, into report: inout Report
    ) -> String? {
        let resolved = resolver.resolve(node, into: &report)
        if case .expression = resolved.content { return nil }
        let name = resolved.text ?? ""
        if platforms[name] == platform { return name }
        // What is wrong with an account that is written has been said there.
        if platforms[name] == nil, written.contains(name) { return nil }
        let possible = accounts[platform] ?? []
        let message =
            platforms[name].map { "the account `\(name)` is on \($0), not on \(platform)" }
            ?? "no account is called `\(name)`"
        report.add(
            .error(
                ProjectCode.unknownAccount, message, at: node.span,
                help: Words.nearest(
                    to: name, among: possible,
                    otherwise: possible.isEmpty
                        ? "add an account on \(platform) to `accounts` in `weir.yaml`"
                        : "the accounts on \(platform) are \(Words.list(possible))")))
        return nil
    }

    /// Reports each platform without an account once, however many documents need it.
    func summarize(into report: inout Report) {
        guard isComplete else { return }
        for (platform, found) in missing.sorted(by: { $0.key < $1.key }) {
            let notes = found.count > 1 ? ["\(found.count) documents are on \(platform)"] : []
            report.add(
                .error(
                    ProjectCode.noAccount, "no account is on the platform of this document",
                    at: found.span, notes: notes,
                    help: "add `accounts: { \(platform): {} }` to `weir.yaml`"))
        }
    }
}

import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics auths list`: the auths of integrations; API tokens are auths too, and left out.
struct LyticsAuthsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List auths, never their credentials.")

    static let output = Listing.schema(LyticsAuthColumns.all(now: ""))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only auths of this type.") var type: String?
    @Flag(help: "The account's API tokens and the platform's own auths too.")
    var showTokens = false

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let request = LyticsAuthOperations.list(type: type)
            let value = try await operation.read(request, "the auths")
            let all = operation.sorted(value, by: .auth)
            if all.isEmpty, let type { try LyticsAuthTypes.check(type) }
            let shown = showTokens ? all : all.filter { !Self.isLeftOut($0) }
            let columns = LyticsAuthColumns.all(now: operation.session.now())
            operation.show(Listing(columns: columns, items: shown), reading)
            LyticsAuthAdvice(operation).give(shown)
            if reading.format == .text { sayLeftOut(all, operation) }
            return .done
        }
    }

    private static func isLeftOut(_ auth: Object) -> Bool {
        LyticsAuthOperations.isToken(auth) || LyticsAuthOperations.isInternal(auth)
    }

    private func sayLeftOut(_ all: [Object], _ operation: Operation) {
        let tokens = all.count(where: LyticsAuthOperations.isToken)
        let others = all.count(where: Self.isLeftOut) - tokens
        guard !showTokens, tokens + others > 0 else { return }
        var parts: [String] = []
        if tokens > 0 { parts.append("\(tokens) API token\(tokens == 1 ? "" : "s")") }
        if others > 0 { parts.append("\(others) of the platform's own") }
        operation.session.console.talk(
            "left out: \(parts.joined(separator: ", ")); --show-tokens shows everything")
    }
}

import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics auths get ID…`: everything about auths but their credentials.
struct LyticsAuthsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show everything about auths but their credentials.")

    static let output = OutputSchema.list(of: OutputSchema.live(Noun.auth.rules))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Read through the endpoint of this type.") var type: String?
    @Argument(help: "Ids, labels or addresses.", completion: LiveIDs.completion(.auth))
    var auths: [String]

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let found = try await operation.find(auths, .auth)
            let whole = try await operation.gather(found) {
                LyticsAuthOperations.get($0.liveID, type: type)
            }
            let shown = whole.map { Details.shown($0, of: Noun.auth.kind) }
            operation.show(Details(values: shown), reading)
            LyticsAuthAdvice(operation).give(whole.compactMap(\.object))
            return .done
        }
    }
}

import ArgumentParser
import Planning
import Platforms

/// `weir adopt ADDRESS…`: takes live objects over into the ledger; differences are rows of their own.
struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Manage live objects that exist already.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var waiting: PatienceOptions
    @OptionGroup var applying: ApplyingOptions
    @Argument(help: "The addresses to adopt.") var addresses: [String]

    func run() async throws {
        try await global.session(waiting).run { session in
            var options = PlanningOptions()
            options.adopt = Set(addresses.map { Address($0) })
            options.only = addresses.map { Address($0) }
            return try await session.apply(options, applying, command: "adopt")
        }
    }
}

import ArgumentParser
import Diagnostics
import Platforms

/// `weir explain KIND`: the fields of a kind, or what a diagnostic's code means.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a kind such as `lytics/flow`, or list the kinds.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A kind; without one the kinds are listed.") var topic: String?

    func run() async throws {
        try await global.session().run { try $0.explain(topic) }
    }
}

extension Session {
    /// Prints the description of a kind.
    func explain(_ topic: String?) throws -> ExitStatus {
        let kinds = Catalog.kinds.sorted { $0.name < $1.name }
        guard let topic else {
            let rows = kinds.map { [$0.name.description, $0.summary] }
            console.data(Table(["kind", "what it is"], rows: rows).text(style()))
            return .done
        }
        guard let kind = kinds.first(where: { $0.name.description == topic }) else {
            let nearest = Suggestion.nearest(to: topic, among: kinds.map(\.name.description))
            throw Failure(
                .wrongUsage,
                .error(
                    "explain/unknown", "nothing is called `\(topic)`",
                    help: nearest.map { "did you mean `\($0)`?" } ?? "see `weir explain`"))
        }
        console.data(KindExplanation.text(for: kind))
        return .done
    }
}

import ArgumentParser
import Diagnostics
import Documents
import Ledger
import Planning
import Platforms
import Projects
import Reconciling

/// `weir explain KIND`: the fields of a kind, or what a diagnostic's code means.
struct ExplainCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a kind such as `lytics/flow`, or a code such as `lytics/shares`.")
    static let examples = ["explain lytics/flow", "explain lytics/shares"]

    @OptionGroup var global: GlobalOptions
    @Argument(
        help: "A kind or a code; without one the kinds are listed.",
        completion: ProjectCompletion.topics)
    var topic: String?

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
        if let explanation = Explanation.all.first(where: { $0.code == topic }) {
            let example = explanation.example.map { "for example:\n\n\($0)" }
            let parts = [wrapped(explanation.text), example].compactMap(\.self)
            console.data(parts.joined(separator: "\n\n"))
            return .done
        }
        if let text = Catalog.topics[topic] {
            console.data(wrapped(text))
            return .done
        }
        guard let kind = kinds.first(where: { $0.name.description == topic }) else {
            let known =
                kinds.map(\.name.description) + Explanation.all.map(\.code)
                + Catalog.topics.keys.sorted()
            let nearest = Suggestion.nearest(to: topic, among: known)
            throw Failure(
                .wrongUsage,
                .error(
                    CommandCode.explainUnknown, "nothing is called `\(topic)`",
                    help: nearest.map { "did you mean `\($0)`?" } ?? "see `weir explain`"))
        }
        console.data(KindExplanation.text(for: kind, width: console.width))
        return .done
    }

    /// The text with its sentences wrapped; what is indented is to be copied and stays as it is.
    private func wrapped(_ text: String) -> String {
        let wrapping = Wrapping(width: console.width)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.hasPrefix(" ") ? [String(line)] : wrapping.lines(String(line))
        }.joined(separator: "\n")
    }
}

extension Explanation {
    /// The long forms of all codes, floor by floor.
    static let all = floors.flatMap { $0.explanations } + Catalog.explanations

    /// The codes of each floor; those of a platform are named by its catalog entry.
    static let floors: [any ExplainedCode.Type] = [
        YAMLCode.self, ExpressionCode.self,
        AccountOptionCode.self,
        SettingsCode.self, ProjectCode.self,
        PlanCode.self, LedgerCode.self,
        ReconcilingCode.self,
        CommandCode.self, TrustCode.self, OperatingCode.self,
    ]
}

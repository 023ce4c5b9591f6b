import Diagnostics
import Documents
import Lytics
import Platforms
import Reconciling

/// The providers and workflows there are, for checks and messages.
struct LyticsCatalogue {
    private let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    /// The slugs of all workflows; those in use where the service does not list them.
    func workflows() async throws -> [String] {
        let seen = try? await operation.observe([], lookups: [KindName("lytics", "workflow")])
        let listed = (seen?.lookups ?? []).compactMap(\.names.first)
        guard listed.isEmpty else { return Set(listed).sorted() }
        return try await workflowsInUse()
    }

    /// The slugs of the workflows that jobs use.
    func workflowsInUse() async throws -> [String] {
        let jobs = try await operation.observe([ResourceType.job.kind])
        return LyticsJobOperations.workflows(of: jobs.resources)
    }

    /// Refuses a workflow that does not exist, with the available ones, the nearest first.
    func check(workflow: String) async throws {
        let all = try await workflows()
        let known = workflow.replacing("-", with: "_")
        guard !all.isEmpty, !all.contains(known) else { return }
        throw Failure(
            .failed,
            unknown("workflow", workflow, among: all, code: LyticsCommandCode.unknownWorkflow))
    }

    /// Refuses a payload whose workflow does not exist.
    func checkWorkflow() async throws {
        guard let workflow = operation.payload?.resource?.value["workflow"]?.text else { return }
        try await check(workflow: workflow)
    }

    /// The provider of a slug, a name or an id; an unknown one lists those that there are.
    func provider(_ word: String) async throws -> LookupRow {
        let kind = KindName("lytics", "provider")
        let all = try await operation.observe([], lookups: [kind]).lookups
        let wanted = word.lowercased().replacing("_", with: "-")
        let found = all.first { row in
            row.id.text == word || row.names.contains { $0.lowercased() == wanted }
        }
        if let found { return found }
        // A service that lists none has its own say when something is sent.
        if all.isEmpty { return LookupRow(kind: kind, id: .text(word), names: [word]) }
        let slugs = all.compactMap(\.names.first).sorted()
        throw Failure(
            .failed,
            unknown("provider", wanted, among: slugs, code: LyticsCommandCode.unknownProvider))
    }

    /// Refuses a payload whose provider does not exist.
    func checkProvider() async throws {
        guard let slug = operation.payload?.resource?.value["provider_slug"]?.text else { return }
        _ = try await provider(slug)
    }

    /// Says that a thing does not exist, and what does.
    func unknown(
        _ noun: String, _ word: String, among all: [String], code: LyticsCommandCode,
        see: String? = nil
    ) -> Diagnostic {
        let nearest = Suggestion.nearest(to: word, among: all)
        return .error(
            code, "no \(noun) named `\(word)` in \(operation.shortPlace)",
            notes: ["there are \(Suggestion.list(all, nearestTo: word))"],
            help: nearest.map { "did you mean `\($0)`?" } ?? see
                ?? "see `weir lytics \(noun)s list`")
    }
}

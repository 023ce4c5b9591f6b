import Diagnostics
import Documents
import Platforms

/// The providers and workflows there are, for checks and messages.
struct LyticsCatalogue {
    private let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    /// The slugs of all workflows; those in use where the service does not list them.
    func workflows() async throws -> [String] {
        let seen = try? await operation.observe([], lookups: [KindName("lytics", "workflow")])
        let listed = (seen?.lookups ?? []).compactMap(\.names.first)
        guard listed.isEmpty else { return Set(listed).sorted() }
        let jobs = try await operation.observe([Noun.job.kind])
        return Set(jobs.resources.compactMap { $0.value["workflow"]?.text }).sorted()
    }

    /// Refuses a workflow that does not exist, with the available ones, the nearest first.
    func check(workflow: String) async throws {
        let all = try await workflows()
        let known = workflow.replacing("-", with: "_")
        guard !all.isEmpty, !all.contains(known) else { return }
        throw Failure(
            .failed, unknown("workflow", workflow, among: all, code: "lytics/unknown-workflow"))
    }

    /// Refuses a payload whose workflow does not exist.
    func checkWorkflow() async throws {
        guard let workflow = operation.payload?.resource?.value["workflow"]?.text else { return }
        try await check(workflow: workflow)
    }

    /// Says that a thing does not exist, and what does.
    func unknown(
        _ noun: String, _ word: String, among all: [String], code: String
    ) -> Diagnostic {
        let nearest = Suggestion.nearest(to: word, among: all)
        let order = (nearest.map { [$0] } ?? []) + all.filter { $0 != nearest }
        let shown = order.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        let rest = order.count > 12 ? " and \(order.count - 12) more" : ""
        return .error(
            code, "no \(noun) is called `\(word)`",
            notes: ["there are \(shown)\(rest)"],
            help: nearest.map { "did you mean `\($0)`?" } ?? "see `weir lytics \(noun)s list`")
    }
}

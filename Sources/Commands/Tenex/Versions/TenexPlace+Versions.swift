import Diagnostics
import Documents
import Platforms
import Tenex

extension TenexPlace {
    /// The workflow that was named, as it is listed.
    func listed(_ word: String) async throws -> Found {
        guard let found = try await workflows([word]).first else {
            preconditionFailure("what is not found is thrown")
        }
        return found
    }

    /// The versions of a workflow, the newest first.
    func versions(of workflow: Found) async throws -> [Value] {
        try await list(speaks.versions(of: workflow.liveID), "the versions of \(workflow.title)")
            .sorted { ($0["version"]?.int ?? 0) > ($1["version"]?.int ?? 0) }
    }

    /// A version that there is.
    func version(_ number: Int64, of workflow: Found) async throws -> Value {
        let all = try await versions(of: workflow)
        if let found = all.first(where: { $0["version"]?.int == number }) { return found }
        let numbers = all.compactMap { $0["version"]?.int }.map { "`\($0)`" }
        throw Failure(
            .failed,
            .error(
                "tenex/no-version", "\(workflow.title) has no version `\(number)`",
                notes: [
                    numbers.isEmpty
                        ? "it has no version yet"
                        : "its versions are \(numbers.joined(separator: ", "))"
                ], help: "see `weir tenex versions list \(workflow.id)`"))
    }

    /// Intends to archive a version.
    func archive(version number: Int64, of workflow: Found) async throws -> Intent {
        let version = try await version(number, of: workflow)
        let status = version["status"]?.text ?? "superseded"
        if status == "current" || status == "archived" {
            throw Failure(
                .failed,
                .error(
                    "tenex/version-state",
                    "version `\(number)` of \(workflow.title) is \(status)",
                    help: status == "current"
                        ? "write another graph first: a newer version takes its place" : nil))
        }
        let call = try present(
            speaks.archive(version: number, of: workflow.liveID, at: workflow.address),
            .archiveVersion)
        var intent = Intent(
            "archive", workflow, .update, [call],
            consequences: ["no call brings it back; the history of its runs stays"],
            done: "archived", question: .plain, effect: .nothing)
        intent.title = "version \(number) of \(workflow.title)"
        intent.id = "\(workflow.id)/\(number)"
        return intent
    }
}

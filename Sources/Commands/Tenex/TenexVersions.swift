import Tenex
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension ResourceType {
    /// Versions of a workflow, which its file describes one after the other.
    static let version = ResourceType(
        "tenex", "version", namedBy: "version", isListedWhole: true,
        lifecycle: TenexVersionLifecycle.lifecycle)
}

/// `weir tenex versions`: the graphs that a workflow had.
struct TenexVersions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "List, show and archive versions of a workflow.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Archive>.self,
        ])
}

extension TenexVersions {
    /// Every version, the newest first.
    enum List: ListVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .version, "list", "List the versions of a workflow.",
            example: "workflow/lead_to_sequence")

        struct Input: ParsableArguments {
            @Argument(
                help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
            var workflow: String
        }

        static let columns: [Column<Value>] = [
            .member("version", "version", type: "integer", "Counts from 1."),
            .member("status", "status", "current, superseded or archived."),
            .member("created", "created_at", "When it was made."),
            .member("by", "created_by", "Who made it."),
            .member("archived", "archived_at", "When it was archived."),
            .member(nil, "workflow_id", "The workflow's id."),
        ]

        static func list(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> Listing<Value> {
            let workflow = try await context.find(input.workflow, .workflow)
            return Listing(columns: columns, items: try await context.versions(of: workflow))
        }
    }

    enum Get: GetVerb {
        typealias Place = TenexOptions
        typealias Input = VersionArguments
        typealias Targets = NoTargets
        static let help = VerbHelp(
            .version, "get", "Show a version of a workflow with its graph.",
            example: "workflow/lead_to_sequence 1")
        static let schema = TenexSchemas.version

        static func values(
            _ found: [LiveObject], _ input: VersionArguments, _ context: TenexWorkspace
        ) async throws -> [Value] {
            let workflow = try await context.find(input.workflow, .workflow)
            _ = try await context.version(input.version, of: workflow)
            let ask = context.speaks.version(input.version, of: workflow.liveID)
            return [try await context.read(ask, "the version")]
        }
    }

    enum Archive: WriteVerb {
        typealias Place = TenexOptions
        typealias Input = VersionArguments
        static let help = VerbHelp(
            .version, "archive", "Archive a version that is not the current one.",
            example: "workflow/lead_to_sequence 1")

        static func writes(
            _ input: VersionArguments, _ context: TenexWorkspace
        ) async throws -> [PendingWrite] {
            let workflow = try await context.find(input.workflow, .workflow)
            let (number, title) = (input.version, workflow.title)
            let version = try await context.version(number, of: workflow)
            try refuse(version["status"]?.text, "version `\(number)` of \(title)")
            guard let step = type.lifecycle?.steps(help.name).first else {
                preconditionFailure("a command that takes a step is named as its verb")
            }
            let call = context.speaks.archive(
                version: number, of: workflow.liveID, at: workflow.address)
            var write = PendingWrite(
                step, workflow, [try context.present(call, .archiveVersion)])
            write.title = "version \(number) of \(title)"
            write.id = "\(workflow.id)/\(number)"
            write.effect = .nothing
            return [write]
        }

        private static func refuse(_ status: String?, _ title: String) throws {
            guard let status, ["current", "archived"].contains(status) else { return }
            throw Failure(
                .failed,
                .error(
                    TenexCommandCode.versionState, "\(title) is \(status)",
                    help: status == "current"
                        ? "write another graph first: a newer version takes its place" : nil))
        }
    }

    /// A version of a workflow.
    struct VersionArguments: ParsableArguments {
        @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
        var workflow: String
        @Argument(help: "Its number.") var version: Int64
    }
}

extension TenexWorkspace {
    /// The versions of a workflow, the newest first.
    fileprivate func versions(of workflow: LiveObject) async throws -> [Value] {
        try await list(speaks.versions(of: workflow.liveID), "the versions of \(workflow.title)")
            .sorted { ($0["version"]?.int ?? 0) > ($1["version"]?.int ?? 0) }
    }

    /// A version that there is.
    fileprivate func version(_ number: Int64, of workflow: LiveObject) async throws -> Value {
        let all = try await versions(of: workflow)
        if let found = all.first(where: { $0["version"]?.int == number }) { return found }
        let numbers = all.compactMap { $0["version"]?.int }.map { "`\($0)`" }
        throw Failure(
            .failed,
            .error(
                TenexCommandCode.noVersion, "\(workflow.title) has no version `\(number)`",
                notes: [
                    numbers.isEmpty
                        ? "it has no version yet"
                        : "its versions are \(numbers.joined(separator: ", "))"
                ], help: "see `weir tenex versions list \(workflow.id)`"))
    }
}

import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Tenex

/// `weir tenex versions`: the graphs that a workflow had.
struct TenexVersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "List, show and archive versions of a workflow.",
        subcommands: [
            TenexVersionsListCommand.self, TenexVersionsGetCommand.self,
            TenexVersionsArchiveCommand.self,
        ])
}

/// `weir tenex versions list WORKFLOW`: every version, the newest first.
struct TenexVersionsListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the versions of a workflow.")

    static let output = Listing.schema(columns)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
    var workflow: String

    func run() async throws {
        try await operating.reach { place in
            let versions = try await place.versions(of: try await place.listed(workflow))
            place.operation.show(Listing(columns: Self.columns, items: versions), reading)
            return .done
        }
    }

    private static let columns: [Column<Value>] = [
        Column("version", "version", type: "integer", "Counts from 1.") { $0["version"] ?? .null },
        Column("status", "status", "current, superseded or archived.") { $0["status"] ?? .null },
        Column("created", "created_at", "When it was made.") { $0["created_at"] ?? .null },
        Column("by", "created_by", "Who made it.") { $0["created_by"] ?? .null },
        Column("archived", "archived_at", "When it was archived.") { $0["archived_at"] ?? .null },
        Column(nil, "workflow_id", "The workflow's id.") { $0["workflow_id"] ?? .null },
    ]
}

/// `weir tenex versions get WORKFLOW VERSION`: one version with its graph.
struct TenexVersionsGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a version of a workflow with its graph.")

    static let output = OutputSchema.list(of: TenexSchemas.version)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
    var workflow: String
    @Argument(help: "Its number.") var version: Int64

    func run() async throws {
        try await operating.reach { place in
            let workflow = try await place.listed(workflow)
            _ = try await place.version(version, of: workflow)
            let value = try await place.read(
                place.speaks.version(version, of: workflow.liveID), "the version")
            place.operation.show(Details(values: [value]), reading)
            return .done
        }
    }
}

/// `weir tenex versions archive WORKFLOW VERSION`: puts an old version away.
struct TenexVersionsArchiveCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Archive a version that is not the current one.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.workflow))
    var workflow: String
    @Argument(help: "Its number.") var version: Int64

    func run() async throws {
        try await operating.reach { place in
            let intent = try await place.archive(
                version: version, of: try await place.listed(workflow))
            return try await place.operation.carryOut(
                [intent], writing, command: "tenex versions archive")
        }
    }
}

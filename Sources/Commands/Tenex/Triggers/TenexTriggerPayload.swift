import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Tenex

/// The fields of a trigger as a file gives them: the platform's JSON, also written as YAML.
struct TenexTriggerPayload {
    /// What was given, by the standard names.
    var fields: Object

    /// Reads a file; a name that is no field of a trigger is refused.
    init(_ file: String, _ session: Session) throws {
        fields =
            try session.free(try session.payload(file, of: .trigger), as: "trigger").object ?? [:]
        let known = TenexShape.trigger.fields
        var report = Report()
        for key in fields.keys where !known.contains(key) {
            let nearest = Suggestion.nearest(to: key, among: known)
            report.add(
                .error(
                    "operate/payload", "`\(key)` is no field of a trigger",
                    help: nearest.map { "did you mean `\($0)`?" }
                        ?? "`weir explain tenex/trigger` lists the fields"))
        }
        if report.hasErrors { throw Failure(.failed, report) }
        for key in ["id", "company_id", "created_at", "updated_at", "last_fired_at"] {
            fields[key] = nil
        }
    }
}

/// `weir tenex triggers create -f FILE`: makes a trigger, disabled unless told otherwise.
struct TenexTriggersCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a trigger; it is disabled unless the file says so."
    )

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: [.short, .long], help: "Its fields, as JSON or YAML; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String
    @Option(
        help: "The workflow that it starts: an id, a name or an address.",
        completion: LiveIDs.completion(.workflow))
    var workflow: String?

    func run() async throws {
        try await operating.reach { place in
            var fields = try TenexTriggerPayload(file, place.operation.session).fields
            if let workflow { fields["workflow_id"] = try await place.listed(workflow).liveID }
            let intent = try await place.create(trigger: fields)
            return try await place.operation.carryOut(
                [intent], writing, command: "tenex triggers create")
        }
    }
}

/// `weir tenex triggers update ID -f FILE`: changes a trigger; what is left out stays.
struct TenexTriggersUpdateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a trigger; what the file leaves out stays.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: [.short, .long], help: "Its new fields, as JSON or YAML; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String
    @Argument(help: "An id, a name or an address.", completion: LiveIDs.completion(.trigger))
    var trigger: String

    func run() async throws {
        try await operating.reach { place in
            let operation = place.operation
            let fields = try TenexTriggerPayload(file, operation.session).fields
            let found = try await place.triggers(named: [trigger])
            guard let intent = try found.first.flatMap({ try place.update($0, fields) }) else {
                operation.session.console.talk("the trigger is so already; nothing was sent")
                operation.session.console.data(
                    writing.format.show(Written(), style: operation.session.style()))
                return .done
            }
            return try await operation.carryOut(
                [intent], writing, command: "tenex triggers update")
        }
    }
}

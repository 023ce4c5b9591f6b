import ArgumentParser
import Documents
import Platforms

/// `weir tenex workflows create`: makes a workflow of a payload, or of a template.
struct TenexWorkflowsCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a workflow of a file, or of a template.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: [.short, .long],
        help: "The platform's JSON payload or a document of a project; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String?
    @Option(help: "Copy this template instead; `weir tenex templates list` shows them.")
    var template: String?
    @Option(help: "An input of the template: `name=value`, JSON or `@FILE`; may be repeated.")
    var input: [String] = []
    @Option(help: "What to call the workflow of a template.") var name: String?

    func validate() throws {
        guard (file == nil) != (template == nil) else {
            throw ValidationError("give a payload with -f, or a template with --template")
        }
        if file != nil, !input.isEmpty || name != nil {
            throw ValidationError("--input and --name belong to --template")
        }
    }

    func run() async throws {
        guard let template else {
            return try await operating.run(on: "tenex", payload: file, of: .workflow) { operation in
                try await operation.create(
                    .workflow, writing, command: "tenex workflows create")
            }
        }
        try await operating.reach { place in
            try await place.create(
                fromTemplate: template, input, name: name, writing,
                command: "tenex workflows create")
        }
    }
}

import ArgumentParser
import Documents
import Platforms
import Tenex

/// `weir tenex templates`: the gallery.
struct TenexTemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Browse the gallery, and make workflows of it.",
        subcommands: [
            TenexTemplatesListCommand.self, TenexTemplatesGetCommand.self,
            TenexTemplatesCreateCommand.self,
        ])
}

/// `weir tenex templates list`: what there is to copy.
struct TenexTemplatesListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the templates of the gallery.")

    static let output = Listing.schema(TenexTemplateColumns.all)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only those of this category.") var category: String?

    func run() async throws {
        try await operating.reach { place in
            let asked = place.speaks.templates(category: category)
            let all = try await place.list(asked, "the templates")
                .filter { category == nil || $0["category"]?.text == category }
                .sorted { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
            place.operation.show(Listing(columns: TenexTemplateColumns.all, items: all), reading)
            if all.isEmpty, category == nil, reading.format == .text {
                place.operation.session.console.talk("the gallery of this workspace is empty")
            }
            return .done
        }
    }
}

/// `weir tenex templates get SLUG`: one template with its inputs and graph.
struct TenexTemplatesGetCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a template with its inputs and graph.")

    static let output = OutputSchema.list(of: TenexSchemas.template)

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Argument(help: "Its slug.") var template: String

    func run() async throws {
        try await operating.reach { place in
            let value = try await place.template(template)
            place.operation.show(Details(values: [value]), reading)
            return .done
        }
    }
}

/// `weir tenex templates create SLUG`: makes a workflow of a template.
struct TenexTemplatesCreateCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a workflow of a template.")

    static let output = OutputSchema.written

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "An input: `name=value`, JSON or `@FILE`; may be repeated.")
    var input: [String] = []
    @Option(help: "What to call the workflow.") var name: String?
    @Argument(help: "Its slug.") var template: String

    func run() async throws {
        try await operating.reach { place in
            try await place.create(
                fromTemplate: template, input, name: name, writing,
                command: "tenex templates create")
        }
    }
}

import Tenex
import ArgumentParser
import Documents
import Platforms

extension ResourceType {
    /// Templates of the gallery, which nobody authors.
    static let template = ResourceType("tenex", "template", namedBy: "slug")
}

/// `weir tenex templates`: the gallery.
struct TenexTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Browse the gallery, and make workflows of it.",
        subcommands: [
            ListCommand<List>.self, GetCommand<Get>.self, WriteCommand<Create>.self,
        ])
}

extension TenexTemplates {
    /// What there is to copy.
    enum List: ListVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(.template, "list", "List the templates of the gallery.")

        struct Input: ParsableArguments {
            @Option(help: "Only those of this category.") var category: String?
        }

        static let columns: [Column<Value>] = [
            .member("slug", "slug", "What it is asked for by."),
            .member("title", "title", "What people call it."),
            .member("category", "category", "What it is for."),
            Column(
                "inputs", "inputs", type: "array", "What it asks for; required ones end in `*`."
            ) { .list(TenexPayload.words(for: TenexTemplateAnswer($0).inputs).map { .text($0) }) },
            .member(nil, "version", type: "integer", "Which edition of it."),
            .member(nil, "description", "What it does."),
        ]

        static func list(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> Listing<Value> {
            let category = input.category
            let asked = context.speaks.templates(category: category)
            let all = try await context.list(asked, "the templates")
                .map(TenexTemplateAnswer.init)
                .filter { category == nil || $0.category == category }
                .sorted { $0.slug < $1.slug }.map(\.raw)
            let isEmpty = all.isEmpty && category == nil
            return Listing(
                columns: columns, items: all,
                hints: isEmpty ? ["the gallery of this workspace is empty"] : [])
        }
    }

    enum Get: GetVerb {
        typealias Place = TenexOptions
        typealias Targets = NoTargets
        static let help = VerbHelp(
            .template, "get", "Show a template with its inputs and graph.",
            example: "lead-enrichment")
        static let schema = TenexSchemas.template

        struct Input: ParsableArguments {
            @Argument(help: "Its slug.") var template: String
        }

        static func values(
            _ found: [LiveObject], _ input: Input, _ context: TenexWorkspace
        ) async throws -> [Value] { [try await context.template(input.template).raw] }
    }

    enum Create: WriteVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .template, "create", "Make a workflow of a template.", example: "lead-enrichment")

        struct Input: ParsableArguments {
            @Option(help: "An input: `name=value`, JSON or `@FILE`; may be repeated.")
            var input: [String] = []
            @Option(help: "What to call the workflow.") var name: String?
            @Argument(help: "Its slug.") var template: String
        }

        static func writes(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> [PendingWrite] {
            [
                try await context.create(
                    fromTemplate: input.template, input.input, name: input.name)
            ]
        }
    }
}

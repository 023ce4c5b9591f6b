import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Platforms
import Projects

/// `weir schema`: writes the JSON Schemas of all kinds, or prints that of one kind or command.
struct SchemaCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schemas (draft-07) of all kinds, or print one.",
        discussion: """
            `weir schema lytics/flow` prints the schema of a kind, `weir schema lytics jobs list` \
            that of what a command prints with `--format json`, and `weir schema --commands` \
            lists those commands.
            """)
    static let examples = ["schema --out schemas", "schema lytics jobs list"]

    @OptionGroup var global: GlobalOptions
    @Option(help: "The folder to write to; without it one schema is printed.") var out: String?
    @Flag(help: "List the commands whose JSON has a schema.") var commands = false
    @Argument(help: "A kind, or the words of a command.") var topic: [String] = []

    func run() async throws {
        try await global.session().run { session in
            if commands {
                let names = OutputSchema.all().map { $0.words.joined(separator: " ") }.sorted()
                session.console.data(names.joined(separator: "\n"))
                return .done
            }
            if !topic.isEmpty {
                session.console.data(.json(try Self.schema(topic)))
                return .done
            }
            let folder = URL(
                fileURLWithPath: out ?? "schemas",
                relativeTo: URL(fileURLWithPath: session.directory, isDirectory: true))
            for file in SchemaFiles.all {
                try session.write(file.text, to: folder.appendingPathComponent(file.name))
                session.console.data("wrote \(file.name)")
            }
            return .done
        }
    }
}

extension SchemaCommand {
    /// The schema of a kind or a command; an unknown topic names the nearest.
    fileprivate static func schema(_ topic: [String]) throws -> Value {
        let name = topic.joined(separator: " ")
        if let kind = Catalog.kinds.first(where: { $0.name.description == name }) {
            return JSONSchema.document(for: kind)
        }
        if let schema = SchemaFiles.settings.first(where: { $0.name == name }) {
            return schema.schema
        }
        let commands = OutputSchema.all()
        if let command = commands.first(where: { $0.words == topic }) {
            return OutputSchema.document(command.words, command.output)
        }
        let known =
            Catalog.kinds.map(\.name.description) + SchemaFiles.settings.map(\.name)
            + commands.map { $0.words.joined(separator: " ") }
        let nearest = Suggestion.nearest(to: name, among: known)
        throw Failure(
            .wrongUsage,
            .error(
                OperatingCode.schemaUnknown, "nothing called `\(name)` has a schema",
                help: nearest.map { "did you mean `weir schema \($0)`?" }
                    ?? "see `weir schema --commands`"))
    }
}

/// The files of `schemas/`.
enum SchemaFiles {
    /// The schema of every kind that has documents, of the project's own documents and of any of
    /// them, each with its file name, sorted.
    static var all: [(name: String, text: String)] {
        let kinds = Catalog.kinds.filter { $0.parent == nil }
            .map { (name: $0.name.description, schema: JSONSchema.document(for: $0)) }
        return (kinds + settings).map { name, schema in
            (name: name.replacing("/", with: ".") + ".json", text: schema.prettyJSON + "\n")
        }.sorted { $0.name < $1.name }
    }

    /// The schemas of what is ours: `weir.yaml`, environments, and any document of a project.
    static var settings: [(name: String, schema: Value)] {
        let catalog = ProjectCatalog(Catalog.platforms)
        return [
            ("weir", SettingsSchema.any(catalog)),
            ("weir/environment", SettingsSchema.environment(catalog)),
            ("weir/project", SettingsSchema.project(catalog)),
        ]
    }
}

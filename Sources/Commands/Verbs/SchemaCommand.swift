import ArgumentParser
import Documents
import Foundation
import Platforms

/// `weir schema`: writes the JSON Schemas of all kinds.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Write the JSON Schemas (draft-07) of all kinds.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "The folder to write to; without it one schema is printed.") var out: String?
    @Argument(help: "A kind whose schema to print.") var kind: String?

    func run() async throws {
        try await global.session().run { session in
            if let kind, let found = Catalog.kinds.first(where: { $0.name.description == kind }) {
                session.console.data(JSONSchema.document(for: found).prettyJSON)
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

/// The files of `schemas/`.
enum SchemaFiles {
    /// Every schema with its file name, sorted.
    static var all: [(name: String, text: String)] {
        Catalog.kinds.sorted { $0.name < $1.name }.map { kind in
            (
                name: "\(kind.name.platform).\(kind.name.type).json",
                text: JSONSchema.document(for: kind).prettyJSON + "\n"
            )
        }
    }
}

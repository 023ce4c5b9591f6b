import Diagnostics
import Documents
import FoundationEssentials
import Platforms
import Projects

/// A project in a folder of its own that is removed with it.
final class Folder: Sendable {
    let path: String

    /// Makes the folder and its files; `weir.yaml` is the smallest one unless given.
    init(_ files: [String: String] = [:]) throws {
        path = "/tmp/weir-projects-\(UUID().uuidString)"
        try write("", ".keep")
        if files["weir.yaml"] == nil { try write(Self.smallest, "weir.yaml") }
        for (name, text) in files { try write(text, name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static let smallest = """
        kind: weir/project
        name: acme
        accounts:
          lytics: {}
        """

    func write(_ text: String, _ name: String) throws {
        let file = "\(path)/\(name)"
        let parent = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    /// Loads the project with the toy kinds.
    func load(
        environment: String? = nil, variables: [String: String] = [:],
        catalog: ProjectCatalog = .toys
    ) async -> ProjectLoad {
        await Project.load(
            ProjectRequest(
                directory: path, environment: environment, variables: variables, catalog: catalog))
    }

    /// What is wrong with the project, one line a problem.
    func problems(
        environment: String? = nil, variables: [String: String] = [:]
    ) async -> [String] {
        await load(environment: environment, variables: variables).lines
    }
}

extension ProjectLoad {
    /// `code: message` of each problem.
    var lines: [String] { report.sorted.map { "\($0.code): \($0.message)" } }

    /// What the first problem of a code underlines.
    func underlined(_ code: String) -> String? {
        guard let span = report.diagnostics.first(where: { $0.code == code })?.primary?.span else {
            return nil
        }
        return text(span)
    }

    /// The text of a span.
    func text(_ span: SourceSpan) -> String {
        let bytes = sources[span.source].bytes
        return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// The first problem of a code.
    func first(_ code: String) -> Diagnostic? { report.diagnostics.first { $0.code == code } }

    /// A field of a resource by its address.
    func field(_ address: String, _ name: String) -> Value? {
        project?.resources.first { $0.address.text == address }?.value[name]
    }
}

extension Folder {
    /// Puts a link into the folder.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(path)/\(name)", withDestinationPath: target)
    }
}

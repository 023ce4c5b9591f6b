import ArgumentParser
import Diagnostics
import Foundation
import Projects

/// `weir init`: writes a project a person can start from.
struct InitCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a small project to start from.")
    static let examples = ["init", "-C journeys init acme-journeys"]

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The project's name; else the folder's.") var name: String?

    func run() async throws {
        try await global.session().run { try $0.initialize(name: name) }
    }
}

extension Session {
    /// Writes the template's files; refuses to touch a file that exists.
    func initialize(name: String?) throws -> ExitStatus {
        let root = URL(fileURLWithPath: directory).standardizedFileURL
        let isThere = { (path: String) in
            FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
        }
        let files = ProjectTemplate.files(name ?? root.lastPathComponent).filter { file in
            file.path != ProjectTemplate.secrets || !isThere(file.path)
        }
        let taken = files.map(\.path).filter(isThere)
        guard taken.isEmpty else {
            throw Failure(
                .failed,
                .error(
                    CommandCode.initExists, "`\(taken[0])` exists already",
                    help: "run `weir init` in an empty folder, or remove the file"))
        }
        for file in files {
            let readers: FileReaders = file.path == ProjectTemplate.secrets ? .owner : .everybody
            try write(file.text, to: root.appendingPathComponent(file.path), for: readers)
        }
        for schema in SchemaFiles.all {
            try write(
                schema.text,
                to: root.appendingPathComponent("\(ProjectTemplate.schemas)/\(schema.name)"))
        }
        let paths = files.map(\.path) + [ProjectTemplate.schemas]
        console.data(paths.map { "wrote \($0)" }.joined(separator: "\n"))
        console.talk("next: `weir emulate --port 8400` in another terminal, then `weir plan`")
        return .done
    }

    /// Writes a text file, making its folders; a link is followed, a device is written to.
    func write(_ text: String, to url: URL, for readers: FileReaders = .everybody) throws {
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            switch (isReplaceable(url), readers) {
            case (true, .owner): try PrivateFile.write(text, to: url)
            case (true, .everybody): try Data(text.utf8).write(to: url, options: .atomic)
            case (false, _): try Data(text.utf8).write(to: url)
            }
        } catch {
            throw Failure(
                .failed,
                .error(
                    CommandCode.fileUnwritable, "`\(url.path)` cannot be written",
                    notes: [systemWords(error)], help: "choose another place, or see to this one"))
        }
    }

    /// Whether a new file may take the place of what is there: nothing yet, or a plain file.
    private func isReplaceable(_ url: URL) -> Bool {
        let found = try? FileManager.default.attributesOfItem(atPath: url.path)
        let type = found?[.type] as? FileAttributeType
        return type == nil || type == .typeRegular
    }

    private func systemWords(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        guard case let cause = (cause ?? error) as NSError, cause.domain == NSPOSIXErrorDomain
        else { return error.localizedDescription }
        return unsafe String(cString: strerror(Int32(cause.code))).lowercased()
    }
}

import Diagnostics
import Documents
import Foundation
import Platforms
import Projects

/// A payload given with `-f`: the platform's JSON, or a document of a project.
struct Payload: Sendable {
    /// What kind of object it describes.
    let type: ResourceType
    /// Where it was read.
    var source: Source
    /// The file it came from, as an absolute path; nil for standard input.
    let path: String?
    /// What it is for, as typed on the command line; nil for a new object.
    var target: String?
    /// Whether it changes an object that exists, and leaves out what is to stay.
    var isPartial = false
    /// Fields that the command line gives where the payload does not.
    var fields: [String: String] = [:]
    /// Members that its maps get where it does not write them, by the field that holds the map.
    var members: [String: [String: String]] = [:]
    /// What it wants, once decoded.
    var resource: Resource?
    /// Secrets that were typed or piped in, by the names they got.
    var secrets: [String: Secret] = [:]

    /// A payload that options and answers fill in.
    static func blank(_ type: ResourceType) -> Payload {
        Payload(type: type, source: Source(name: "no payload", text: "{}"), path: nil)
    }

    /// Whether nobody wrote it.
    var isBlank: Bool { source.name == "no payload" }

    /// Whether it may refer to documents of the project.
    var refersToDocuments: Bool {
        let text = String(decoding: source.bytes, as: UTF8.self)
        return text.replacing("${secret.", with: "").contains("${") || text.contains("@:")
    }

    /// Whether it is a document of a project, whose `id` is the author's own.
    var isDocument: Bool { (try? tree())?["kind"] != nil }

    /// The `id` that is written in it, whoever gave it.
    func writtenID() throws -> String? { isBlank ? nil : try tree()["id"]?.text }

    /// The document for the loader; a file of the project is known by its path there.
    func given(in root: String) -> GivenDocument {
        let folder = URL(fileURLWithPath: root).resolvingSymlinksInPath().path + "/"
        var source = source
        if let path, path.hasPrefix(folder) {
            source = Source(name: String(path.dropFirst(folder.count)), bytes: source.bytes)
        }
        var given = GivenDocument(
            source, kind: type.rules, id: targetID ?? "payload", fields: fields,
            members: members)
        given.isPartial = isPartial
        return given
    }

    /// The target's id where it can be an author's id as well.
    private var targetID: String? {
        let id = target?.split(separator: "/").last.map(String.init)
        let isName = id?.allSatisfy {
            $0.isPlainLetterOrDigit || "_-".contains($0)
        }
        return isName == true ? id : nil
    }

    /// The payload with what it wants; refuses a file that wants anything but one such object.
    func decoded(in project: Project) throws -> Payload {
        let name = given(in: project.root).source.name
        let found = project.resources.filter { $0.file == name }
        guard found.count == 1, let resource = found.first, resource.kind == type.kind else {
            let kinds = found.map { "`\($0.kind)`" }.joined(separator: ", ")
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload, "`\(name)` describes exactly one \(type.singular)",
                    notes: [found.isEmpty ? "it describes nothing" : "it describes \(kinds)"],
                    help: "keep the one document in a file of its own"))
        }
        for (key, word) in fields.sorted(by: { $0.key < $1.key }) {
            let written = resource.value[key]?.text ?? ""
            guard written.replacing("-", with: "_") != word.replacing("-", with: "_") else {
                continue
            }
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload,
                    "`\(name)` says `\(key): \(written)`, not `\(word)`",
                    help: "leave out one of the two"))
        }
        var copy = self
        copy.resource = resource
        return copy
    }
}

extension Session {
    /// Reads a payload; `-` is standard input.
    func payload(_ file: String, of type: ResourceType) throws -> Payload {
        if file == "-" {
            let source = Source(name: "standard input", bytes: console.readInput())
            return Payload(type: type, source: source, path: nil)
        }
        let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
        do {
            // A pipe, as of `-f <(…)`, has no path behind its link, and is read as it is named.
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let bytes = Array(try handle.readToEnd() ?? Data())
            return Payload(type: type, source: Source(name: file, bytes: bytes), path: url.path)
        } catch {
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload, "`\(file)` cannot be read", help: "check the path"))
        }
    }

    /// The free JSON or YAML of a payload: what a platform calls a work, a node.
    func free(_ payload: Payload, as word: String) throws -> Value {
        let name = payload.source.name
        if String(decoding: payload.source.bytes, as: UTF8.self).contains("${") {
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload,
                    "`\(name)` has no `${…}`: a \(word) is sent as it is written",
                    help: "declare the \(word == "work" ? "step" : word) in a file of the "
                        + "project, where they are resolved"))
        }
        var report = Report()
        var sources = Sources()
        let documents = DocumentParser.parse(
            payload.source, as: sources.add(payload.source), into: &report)
        if report.hasErrors { throw Failure(.failed, report, sources: sources) }
        guard documents.count == 1, documents[0].root.map != nil else {
            throw Failure(
                .failed,
                .error(ProjectCode.operatePayload, "`\(name)` holds one object with fields"))
        }
        return Value.decode(documents[0].root, into: &report) ?? .null
    }
}

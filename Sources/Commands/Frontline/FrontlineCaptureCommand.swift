import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Frontline
import Platforms
import Projects

/// `weir frontline capture PATH < response.json`: what an API node would store, without an account.
struct FrontlineCaptureCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Show what an API node would capture from an answer.",
        discussion: """
            PATH is the `value` of an API node's variable: dots and indices, `[0]` the same as \
            `.0`, a leading dot optional; an empty one, or --full-response, is the whole body.
            """)

    static let examples = [
        "frontline capture order.state -f answer.json",
        "frontline capture --full-response -f answer.json",
    ]
    static let output = OutputSchema.object([
        .init("path", "string", "The path as it was given."),
        .init("isSet", "boolean", "Whether the variable is set."),
        .init("value", "string", "What the variable becomes; null where it is left unset."),
        .init("reason", "string", "Why it is left unset."),
    ])

    @OptionGroup var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(
        name: [.short, .long], help: "The answer's body; else standard input.",
        completion: .file(extensions: ["json"]))
    var file = "-"
    @Flag(help: "Capture the whole body, whatever PATH says.") var fullResponse = false
    @Argument(help: "The path into the answer.") var path = ""

    func run() async throws {
        try await global.session().run { session in
            let path = try parsed()
            let body = try bytes(session)
            let captured = FrontlineCaptured(path: self.path, steps: path, body: body)
            session.console.data(reading.format.show(captured, style: session.style()))
            if let reason = captured.reason {
                session.console.talk("the variable is left unset: \(reason)")
            }
            return .done
        }
    }

    private func parsed() throws -> CapturePath {
        do throws(CapturePath.Mistake) {
            return try CapturePath(parsing: fullResponse ? "" : path)
        } catch {
            throw Failure(
                .failed,
                .error(
                    FrontlineCode.capturePath, "`\(path)` is no capture path: \(error.rule)",
                    help: "write a path such as `data.items[0].id`"))
        }
    }

    private func bytes(_ session: Session) throws -> [UInt8] {
        if file == "-" { return session.console.readInput() }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(
                .failed,
                .error(
                    ProjectCode.operatePayload, "`\(file)` cannot be read", help: "check the path"))
        }
        return Array(data)
    }
}

/// What came of a capture: the value, or why there is none.
struct FrontlineCaptured: Showable {
    let path: String
    let value: String?
    let reason: String?

    /// Captures from the bytes of an answer's body.
    init(path: String, steps: CapturePath, body: [UInt8]) {
        self.path = path
        do throws(JSONError) {
            let json = try JSON.parse(body)
            value = steps.capture(from: json)
            reason = value == nil ? Self.missing(steps, in: json) : nil
        } catch {
            let isWhole = steps.steps.isEmpty
            value = isWhole ? String(decoding: body, as: UTF8.self) : nil
            reason = isWhole ? nil : "the body is not JSON, so no path leads into it"
        }
    }

    func text(_ style: TextStyle) -> String { value.map { $0 + "\n" } ?? "" }

    var json: Value {
        [
            "path": .text(path), "isSet": .bool(value != nil),
            "value": value.map { .text($0) } ?? .null,
            "reason": reason.map { .text($0) } ?? .null,
        ]
    }

    /// The first step that leads to nothing.
    private static func missing(_ path: CapturePath, in json: Value) -> String {
        guard !path.steps.isEmpty else { return "the body is null" }
        var value = json
        for step in path.steps {
            let inner: Value? =
                if let list = value.list {
                    Int(step).flatMap { list.indices.contains($0) ? list[$0] : nil }
                } else { value[step] }
            guard let inner else { return "there is no `\(step)`" }
            if inner.isNull { return "`\(step)` is null" }
            value = inner
        }
        return "the path leads to nothing"
    }
}

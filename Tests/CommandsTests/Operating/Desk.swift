import ArgumentParser
import Diagnostics
import Documents
import LyticsEmulated
import Foundation
import InProcess
import Lytics
import Platforms
import Reconciling
import Synchronization
import TestSupport

@testable import Commands

/// A person who gives commands on an account of Lytics in the same process, and what they see.
final class Desk: Sendable {
    /// Who answers a question.
    enum Answers: Sendable {
        /// Nobody: there is no terminal.
        case nobody
        /// The lines of a terminal, which then ends.
        case lines([String])
    }

    /// The account.
    let account: InProcessAccount
    static let token = "at.desk.secret"
    private let folder: URL
    private let heard = Mutex("")
    private let printed = Mutex("")
    private let input: String
    private let answers: Answers
    private let given = Mutex(0)
    /// Variables of the environment beside the account's own.
    let variables: [String: String]
    /// Goes between the account and the commands.
    private let between: @Sendable (any Transport) -> any Transport

    /// Sits down in a project with a sandbox and a production, or in no project.
    init(
        _ answers: Answers = .nobody, input: String = "", isProject: Bool = true,
        account: InProcessAccount = InProcessAccount(
            LyticsPlatform(), emulatedBy: LyticsEmulatedAPI(), switches: ["open-catalogue"]),
        variables: [String: String] = [:],
        between: @escaping @Sendable (any Transport) -> any Transport = { $0 }
    ) throws {
        self.variables = variables
        self.between = between
        self.answers = answers
        self.input = input
        self.account = account
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard isProject else { return }
        try write(
            "weir.yaml",
            """
            kind: weir/project
            name: desk
            default_environment: sandbox
            accounts: { lytics: { url: "https://lytics.example" } }
            """)
        try write("sandbox.yaml", "kind: weir/environment\nid: sandbox\n")
        try write("production.yaml", "kind: weir/environment\nid: production\n")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The project's folder.
    var path: String { folder.path }
    /// What was told, questions included.
    var talk: String { heard.withLock(\.self) }
    /// What was printed as data.
    var data: String { printed.withLock(\.self) }
    /// The writes that reached the account.
    var writes: [InProcessAccount.Write] { account.writes }

    /// Writes a file of the project; its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Makes a job that runs; its id.
    func job(_ name: String) throws -> String {
        try make("job/braze-export", ["name": .text(name), "config": [:]])
    }

    /// Makes something, or takes a step with it; its id.
    @discardableResult
    func make(_ path: String, _ body: Value) throws -> String {
        let parts = ["v2"] + path.split(separator: "/").map(String.init)
        let made = account.make(parts, body, token: Desk.token)
        let object = made?["data"] ?? made
        guard let id = object?["id"]?.text else { throw CocoaError(.coderValueNotFound) }
        return id
    }

    /// Makes the draft `welcome` of a flow whose one step exports through a job, or to nothing yet.
    func flow(work: String?) throws {
        let people = try make(
            "segment",
            ["name": "People", "slug_name": "people", "segment_ql": "FILTER * FROM user"])
        var step: Object = [
            "id": 1, "slug": "send", "label": "Send", "type_hint": "work_export", "next": 0,
        ]
        step["work_id"] = work.map { .text($0) }
        try make(
            "flow/ui",
            [
                "id": "welcome", "label": "Welcome", "entry_segment_id": .text(people),
                "entry_condition": "on_segment_entry", "root_step_id": 1,
                "steps": [.object(step)],
            ])
    }

    /// The session of this person.
    var session: Session {
        let console = Console(
            writeData: { text in self.printed.withLock { $0 += text } },
            writeTalk: { text in self.heard.withLock { $0 += text } },
            readAnswer: reader, readInput: { Array(self.input.utf8) }, isColored: false,
            showsProgress: false)
        var session = Session(
            directory: folder.path,
            variables: [
                "LYTICS_API_TOKEN": Desk.token, "LYTICS_API_URL": "https://lytics.example",
                "WEIR_TRUST_HOSTS": "lytics.example",
            ].merging(variables) { $1 },
            console: console, now: { "2026-11-27T10:00:00Z" },
            time: Timekeeper(ManualClock()))
        session.transport = { self.between(self.account.transport($0, $1, $2)) }
        session.pursuit = .operating
        return session
    }

    private var reader: (@Sendable () -> String?)? {
        guard case .lines(let lines) = answers else { return nil }
        return {
            let number = self.given.withLock { number in
                defer { number += 1 }
                return number
            }
            return number < lines.count ? lines[number] : nil
        }
    }

    /// The account as a command reaches it.
    func operation() async throws -> Commands.Operation {
        try await session.operate(on: "lytics", account: nil)
    }

    /// Gives a command as people type it.
    func run(_ words: String...) async throws -> Commands.ExitStatus { try await run(words) }

    /// Gives a command that belongs to no other.
    func run(_ command: any AsyncParsableCommand.Type, _ words: String...) async throws {
        let status = try await run(words, of: command)
        guard status == .done else { throw ExitCode(status.rawValue) }
    }

    /// Gives a command as people type it.
    func run(
        _ words: [String], of root: any AsyncParsableCommand.Type = WeirCommand.self
    ) async throws -> Commands.ExitStatus {
        try await Session.$standIn.withValue(session) {
            var command = try await root.asyncParseAsRoot(words + ["-C", folder.path])
            do {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
                return .done
            } catch let code as ExitCode {
                return Commands.ExitStatus(rawValue: code.rawValue) ?? .failed
            }
        }
    }
}

import Documents
import EmulatedKit
import Emulation
import Foundation
import InProcess
import Planning
import Platforms
import Reconciling

@testable import Commands

/// A project in a folder of its own beside an emulator of its own.
struct World: Sendable {
    let subject: Subject
    let folder: URL
    var session: Session
    let emulator: EmulatorControl
    let talk: Transcript

    /// Runs a test body in a new world, with all documents unless told otherwise, and removes it.
    static func with<Outcome: Sendable>(
        _ subject: Subject, switches: [String] = [], documents: [Document]? = nil,
        _ body: @escaping @Sendable (World) async throws -> Outcome
    ) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-conformance-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let apis = subject.apis
        var options = EmulatorOptions()
        options.preset = subject.preset
        options.switches = switches + subject.switches
        options.clock = .fixed(EmulatedTime(milliseconds: WorldClock.start * 1000))
        return try await withEmulator(apis: apis, options: options) { url in
            let world = World(subject: subject, folder: folder, url: url)
            try world.write(documents ?? subject.documents)
            let result = await Swift.Result { try await body(world) }
            await world.session.connections.close()
            return try result.get()
        }
    }

    /// Runs a test body in a new world whose platforms are in the same process, and removes it.
    static func inProcess<Outcome: Sendable>(
        _ subject: Subject, switches: [String] = [], documents: [Document],
        _ body: @Sendable (World, InProcessPlatforms) async throws -> Outcome
    ) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-conformance-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let platforms = InProcessPlatforms(subject, switches: switches)
        let url = "http://127.0.0.1:1"
        let world = World(subject: subject, folder: folder, url: url, platforms: platforms)
        try world.write(documents)
        return try await body(world, platforms)
    }

    private init(
        subject: Subject, folder: URL, url: String, platforms: InProcessPlatforms? = nil
    ) {
        self.subject = subject
        self.folder = folder
        let talk = Transcript()
        self.talk = talk
        emulator = EmulatorControl(url: url)
        let console = Console(
            writeData: { talk.add($0) }, writeTalk: { talk.add($0) }, readAnswer: nil,
            isColored: false, showsProgress: false, width: 100)
        var variables = subject.variables
        for (name, suffix) in subject.urlVariables { variables[name] = url + suffix }
        variables["WEIR_KEY"] = "a key for tests, long enough to be one"
        let clock = WorldClock(emulator)
        var session = Session(
            directory: folder.path, environment: nil, variables: variables, console: console,
            now: { clock.text }, time: Timekeeper(clock.time))
        if let platforms {
            session.time = platforms.time
            session.transport = { account, platform, token in
                InProcessTransport(account, on: platform, token: token) {
                    request throws(TransportError) in
                    try platforms.send(request, to: platform.name)
                }
            }
        }
        self.session = session
    }

    /// Writes the project: every document in a file of its own, as JSON, which is YAML.
    func write(_ documents: [Document]) throws {
        let files = documents.map { ($0.path, $0.value) } + [("weir.yaml", subject.project)]
        for (path, value) in files {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(value.prettyJSON.utf8).write(to: url)
        }
    }

    /// Removes the file of a document.
    func remove(_ document: Document) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(document.path))
    }

    /// Plans the project as it stands.
    func plan(_ change: (inout PlanningOptions) -> Void = { _ in }) async throws -> Plan {
        var options = PlanningOptions()
        change(&options)
        return try await session.planProject(options).plan
    }

    /// Applies the project as it stands.
    @discardableResult
    func apply(_ change: (inout PlanningOptions) -> Void = { _ in }) async throws -> ExitStatus {
        var options = PlanningOptions()
        change(&options)
        let applying = try ApplyingOptions.unattended()
        return try await session.apply(options, applying, command: "apply")
    }

    /// The writes that the emulator has seen since the last call of this function.
    func takeWrites() async throws -> [String] {
        let log = try await emulator.get("requests")
        try await emulator.send(.delete, "requests")
        let requests = log.list ?? log["requests"]?.list ?? []
        return requests.compactMap { request in
            guard let method = request["method"]?.text, method != "GET" else { return nil }
            return "\(method) \(request["path"]?.text ?? "")"
        }
    }
}

/// Everything a session said, for failing expectations.
final class Transcript: Sendable {
    private let lines = Lines()

    /// Adds what was written.
    func add(_ text: String) { lines.add(text) }

    /// All of it.
    var text: String { lines.text }
}

extension Result where Failure == any Error {
    /// Runs a throwing body and keeps how it ended.
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}

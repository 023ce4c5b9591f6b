import ArgumentParser
import EmulatedKit
import Emulation
import Foundation
import Platforms
import Projects
import Reconciling

/// `weir emulate`: serves the platforms' APIs on loopback.
struct EmulateCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "emulate", abstract: "Serve the platforms' APIs on a loopback port.")
    static let examples = ["emulate --port 8400", "emulate --data emulator.sqlite --preset brief"]

    @OptionGroup var global: GlobalOptions
    @Option(help: "The port; 0 takes a free one.") var port = 0
    @Option(help: "A SQLite file that keeps the state; without it memory does.") var data: String?
    @Option(help: "Which sources disputed points follow: brief or today.")
    var preset: PresetName = .today
    @Flag(help: "Start without segments, providers and sample tables.") var empty = false
    @Option(name: .customLong("switch"), help: "Turn a disputed point on (NAME) or off (no-NAME).")
    var switches: [String] = []
    @Flag(help: "Refuse steps on /v2/flow/ui under preset brief too, as today does by itself.")
    var strictFlows = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535")
        }
    }

    func run() async throws {
        try await global.session().run { session in
            try await session.emulate(options)
            return .done
        }
    }

    private var options: EmulatorOptions {
        var options = EmulatorOptions()
        options.port = port
        options.dataFile = data
        options.preset = preset.preset
        options.seeds = !empty
        options.switches = switches + (strictFlows ? ["strict-flows"] : [])
        return options
    }
}

/// A preset as typed.
enum PresetName: String, ExpressibleByArgument, CaseIterable, Sendable {
    case brief, today

    /// The emulator's value.
    var preset: EmulatedPreset { self == .brief ? .brief : .today }
}

extension Session {
    /// Serves until interrupted; prints the base URL once it listens.
    func emulate(_ options: EmulatorOptions) async throws {
        let console = console
        let emulator = try await Emulator(apis: await emulatedAPIs(), options: options) {
            await $0.send()
        }
        try await emulator.serve { url in console.data(url) }
    }

    /// The platforms' APIs with the names that the project's accounts say; the standard ones
    /// without a project.
    private func emulatedAPIs() async -> [any EmulatedAPI] {
        let load = await settings()
        if let project = load.project {
            console.talk("the names are those of weir.yaml, environment `\(project.environment)`")
        } else {
            let isThere = FileManager.default.fileExists(atPath: directory + "/weir.yaml")
            console.talk(
                "the names are the standard ones: "
                    + (isThere ? "the weir.yaml here does not load" : "there is no weir.yaml here"))
        }
        return Catalog.emulated { platform in
            load.project?.accounts.first { $0.platform == platform }?.options
        }
    }

    /// The project's settings alone; nobody has to say yet where the emulator will listen.
    private func settings() async -> ProjectLoad {
        var request = ProjectRequest(
            directory: directory, environment: environment, variables: variables, catalog: .all,
            extent: .settings)
        for platform in Catalog.platforms {
            let variable = platform.defaults.urlVariable
            request.variables[variable] = variables[variable] ?? "http://127.0.0.1"
        }
        return await Project.load(request)
    }
}

import ArgumentParser
import Emulation
import Platforms

/// `weir emulate`: serves the platforms' APIs on loopback.
struct EmulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emulate", abstract: "Serve the platforms' APIs on a loopback port.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "The port; 0 takes a free one.") var port = 0
    @Option(help: "A SQLite file that keeps the state; without it memory does.") var data: String?
    @Option(help: "Which sources disputed points follow: brief or today.")
    var preset: PresetName = .today
    @Flag(help: "Start without segments, providers and sample tables.") var empty = false
    @Option(name: .customLong("switch"), help: "Turn a disputed point on (NAME) or off (no-NAME).")
    var switches: [String] = []
    @Flag(help: "Refuse steps on /v2/flow/ui as the newest source says the service does.")
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
        let emulator = try await Emulator(apis: Catalog.platforms.map(\.emulated), options: options)
        try await emulator.serve { url in console.data(url) }
    }
}

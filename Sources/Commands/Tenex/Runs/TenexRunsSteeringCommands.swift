import ArgumentParser
import Platforms
import Tenex

/// `weir tenex runs pause ID…`: lets no further step begin.
struct TenexRunsPauseCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Let no further step begin; `resume` takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var steering: TenexRunSteeringOptions

    func run() async throws { try await steering.steer(.pause) }
}

/// `weir tenex runs resume ID…`: lets paused runs go on.
struct TenexRunsResumeCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let paused runs go on where they were.")

    static let output = OutputSchema.written

    @OptionGroup var steering: TenexRunSteeringOptions

    func run() async throws { try await steering.steer(.resume) }
}

/// `weir tenex runs cancel ID…`: ends runs for good.
struct TenexRunsCancelCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "End runs for good; nothing takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var steering: TenexRunSteeringOptions

    func run() async throws { try await steering.steer(.cancel) }
}

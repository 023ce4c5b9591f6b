import ArgumentParser
import Documents
import Platforms

/// `weir frontline agents deploy [AGENT] --offline true|false`: puts an agent live, or pauses it.
struct FrontlineAgentsDeployCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Put an agent live, or take it offline.")

    static let output = OutputSchema.written

    @OptionGroup var agent: FrontlineAgentArgument
    @OptionGroup var writing: WritingOptions
    @Option(help: "`false` puts it live, `true` takes it offline.") var offline: Bool

    func run() async throws {
        try await agent.run { place in
            let agent = try await place.detail()
            let operation = place.operation
            guard agent.isOffline != offline else {
                operation.session.console.talk("\(agent.title) is so already; nothing was sent")
                operation.session.console.data(
                    writing.format.show(Written(), style: operation.session.style()))
                return .done
            }
            return try await operation.carryOut(
                [intent(agent, place)], writing, command: "frontline agents deploy")
        }
    }

    private func intent(_ agent: Found, _ place: FrontlineAgentPlace) -> Intent {
        let target = offline ? "true" : "false"
        let change = agent.change(offline ? .pause : .start, account: place.account, to: target)
        let step = agent.noun.rules.lifecycle?
            .transition(from: offline ? "false" : "true", to: target)
        return Intent(
            offline ? "pause" : "deploy", agent, change.action,
            agent.noun.rules.calls(for: change).calls,
            consequences: [step?.consequence].compactMap(\.self) + ["it acts at once"],
            done: offline ? "paused" : "deployed", question: .plain, effect: .lifecycle)
    }
}

import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline doctor`: whether the key, the node types and the snapshots are as they should.
struct FrontlineDoctorCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the key, the service's node types, and what is published.")

    static let examples = [
        "frontline doctor",
        "frontline doctor --agent support",
    ]
    static let output = OutputSchema.list(
        of: OutputSchema.object([
            .init("check", "string", "What was looked at."),
            .init("state", "string", "ok, note or wrong."),
            .init("finding", "string", "What was found."),
            .init("help", "string", "What to do."),
        ]))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "Only the flows of this agent.", completion: LiveIDs.completion(.agent))
    var agent: String?

    func run() async throws {
        try await operating.run(on: "frontline") { operation in
            let doctor = FrontlineDoctor(operation)
            var findings = [try await doctor.key()]
            findings.append(try await doctor.nodeTypes())
            for context in try await agents(operation) {
                for flow in try await context.objects(.conversation) {
                    let found = operation.live(flow, .conversation)
                    findings += try await doctor.snapshots(of: try await context.flow(found))
                }
            }
            operation.show(Diagnoses(findings: findings), reading)
            return findings.contains { $0.state == .wrong } ? .failed : .done
        }
    }

    private func agents(_ operation: Operation) async throws -> [FrontlineAgentContext] {
        if let agent { return [try await FrontlineAgentContext.find(agent, flow: nil, operation)] }
        let agents = try await FrontlineAccount(operation: operation).all(.agent)
        return agents.map {
            FrontlineAgentContext(operation: operation, agent: $0, isOnly: agents.count == 1)
        }
    }
}

import ArgumentParser
import Documents
import Frontline
import Platforms

/// `weir frontline doctor`: whether the key, the node types and the snapshots are as they should.
struct FrontlineDoctorCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the key, the service's node types, and what is published.")

    static let output = OutputSchema.list(
        of: OutputSchema.object([
            .init("check", "string", "What was looked at."),
            .init("state", "string", "ok, note or wrong."),
            .init("finding", "string", "What was found."),
            .init("help", "string", "What to do."),
        ]))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(
        help: "Only the flows of this agent.",
        completion: LiveIDs.completion(.agent, FrontlineCompletion.agents))
    var agent: String?

    func run() async throws {
        try await operating.run(on: "frontline") { operation in
            let doctor = FrontlineDoctor(operation)
            var findings = [try await doctor.key()]
            findings.append(try await doctor.nodeTypes())
            for place in try await places(operation) {
                for flow in try await place.flows() {
                    let found = operation.found(flow, .conversation)
                    findings += try await doctor.snapshots(of: try await place.flow(found))
                }
            }
            operation.show(Findings(findings: findings), reading)
            return findings.contains { $0.state == .wrong } ? .failed : .done
        }
    }

    private func places(_ operation: Operation) async throws -> [FrontlineAgentPlace] {
        if let agent { return [try await FrontlineAgentPlace.find(agent, flow: nil, operation)] }
        let agents = try await FrontlineAgentPlace.agents(operation)
            .map { operation.found($0, .agent) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        return agents.map {
            FrontlineAgentPlace(operation: operation, agent: $0, isOnly: agents.count == 1)
        }
    }
}

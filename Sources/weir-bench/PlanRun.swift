import Commands
import Diagnostics
import Documents
import Foundation
import Planning
import Platforms
import Projects
import Reconciling

/// What `weir plan` does against the emulator, part by part: all flows are live and recorded.
enum PlanRun {
    /// Seconds for files, reads, planning, output and all of it.
    static func measure(_ folder: URL, flows: Int) async throws -> [String: Double] {
        let emulator = try EmulatorProcess()
        defer { emulator.stop() }
        try await LiveFlows(url: emulator.url).fill(flows)
        let (load, files) = await timed {
            await Project.load(Validation.request(folder, url: emulator.url))
        }
        guard let project = load.project, let account = project.accounts.first,
            let platform = Catalog.platform(account.platform)
        else { throw ChildFailure(arguments: [folder.path], status: 3, text: "invalid project") }
        let transport = LiveFlows(url: emulator.url).transport
        let client = AccountClient(account, on: platform, over: transport)
        let scope = Scope(
            kinds: Set(project.resources.map(\.kind)),
            lookups: project.lookups[account.name] ?? [])
        var report = Report()
        let clock = ContinuousClock()
        let start = clock.now
        let observation = try await Observer().observe(client, scope, into: &report)
        let reads = start.duration(to: clock.now).inSeconds
        let input = input(project, account, observation)
        let begun = clock.now
        let plan = Planner.plan(input, into: &report)
        let planning = begun.duration(to: clock.now).inSeconds
        let (text, output) = await timed { PlanText.render(plan, style: TextStyle()) }
        precondition(!text.isEmpty, "a plan always says something")
        await transport.close()
        return [
            "files": files, "reads": reads, "planning": planning, "output": output,
            "all": files + reads + planning + output,
        ]
    }

    /// The planner's input as after an apply: recorded is what is wanted, under the live ids.
    private static func input(
        _ project: Project, _ account: Account, _ observation: Observation
    ) -> PlanningInput {
        var account = account
        account.identity = "bench"
        for member in observation.facts { account.facts[member.key] = member.value }
        let live = Dictionary(
            observation.resources.map { (Scope.key($0.kind, $0.naturalKey), $0.liveID) }
        ) { first, _ in first }
        var recorded: [Address: RecordedResource] = [:]
        for resource in project.resources {
            let kind = Catalog.kind(resource.kind)
            let key = kind?.naturalKey(of: resource.value, address: resource.address) ?? .null
            recorded[resource.address] = RecordedResource(
                address: resource.address, kind: resource.kind,
                liveID: live[Scope.key(resource.kind, key)] ?? .text(resource.address.id),
                value: resource.value, file: resource.file, needs: resource.needs.map(\.address))
        }
        return PlanningInput(
            project: project.name, environment: project.environment, accounts: [account],
            kinds: Dictionary(Catalog.kinds.map { ($0.name, $0) }) { first, _ in first },
            wanted: project.resources, recorded: recorded, observed: observation.resources,
            lookups: [account.name: observation.lookups], files: project.files)
    }
}

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
    /// What happened on the platform since everything was applied.
    enum Since: String { case nothing, edits }

    /// Seconds for files, reads, planning, output and all of it.
    static func measure(_ folder: URL, flows: Int, since: Since) async throws -> [String: Double] {
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
        let input = input(project, account, observation, since)
        let begun = clock.now
        let plan = Planner.plan(input, into: &report)
        let planning = begun.duration(to: clock.now).inSeconds
        let expected = since == .nothing ? 0 : flows
        precondition(plan.rows.count == expected, "a plan shows what happened and nothing else")
        let (text, output) = await timed { PlanText.render(plan, style: TextStyle()) }
        precondition(!text.isEmpty, "a plan always says something")
        await transport.close()
        return [
            "files": files, "reads": reads, "planning": planning, "output": output,
            "all": files + reads + planning + output,
        ]
    }

    /// The planner's input some time after an apply.
    private static func input(
        _ project: Project, _ account: Account, _ observation: Observation, _ since: Since
    ) -> PlanningInput {
        var account = account
        account.identity = "bench"
        account.facts.add(observation.facts)
        var input = PlanningInput(
            project: project.name, environment: project.environment, accounts: [account],
            kinds: Dictionary(Catalog.kinds.map { ($0.name, $0) }) { first, _ in first },
            wanted: project.resources, recorded: recorded(project, observation),
            observed: observation.resources, lookups: [account.name: observation.lookups],
            files: project.files, place: { project.sources.place(of: $0) })
        settle(&input)
        if since == .edits {
            for index in input.observed.indices { edit(&input.observed[index]) }
        }
        return input
    }

    /// What the ledger holds of objects that were found by their natural keys.
    private static func recorded(
        _ project: Project, _ observation: Observation
    ) -> [Address: RecordedResource] {
        let live = Dictionary(observation.resources.map { ($0.naturalKey, $0.liveID) }) {
            first, _ in first
        }
        return project.resources.reduce(into: [:]) { recorded, resource in
            let key = Catalog.kind(resource.kind)?
                .naturalKey(of: resource.value, address: resource.address)
            recorded[resource.address] = RecordedResource(
                address: resource.address, kind: resource.kind,
                liveID: key.flatMap { live[$0] } ?? .null, value: resource.value,
                file: resource.file, needs: resource.needs.map(\.address))
        }
    }

    /// Lets the ledger take note of what is live, as every apply does.
    private static func settle(_ input: inout PlanningInput) {
        var report = Report()
        for noted in Planner.plan(input, into: &report).refreshed {
            input.recorded[noted.address] = noted.record
        }
    }

    /// Gives a flow another label behind our back.
    private static func edit(_ object: inout ObservedResource) {
        guard object.kind.type == "flow", var value = object.value.object else { return }
        value["label"] = "Edited in the platform's own pages"
        object.value = .object(value)
    }
}

import Documents

/// What people do to an object in the platform's app.
enum PeopleEdit: String, CaseIterable, Sendable {
    case describe, rename, stop, kill, start, delete

    /// The members that change; nil where the platform's app cannot do that.
    func fields(of object: LiveObject) -> Object? {
        switch self {
        case .describe: Self.described[object.species]
        case .rename: [object.species.nameField: .text(object.name + " by hand")]
        // Lytics refuses to drain a draft.
        case .stop where object.species == .lyticsFlow && !object.acts: nil
        case .stop: Self.stopped[object.species]
        case .kill: Self.killed[object.species]
        case .start: Self.started[object.species]
        case .delete: object.species == .tenexWorkflow ? nil : [:]
        }
    }

    private static let described: [Species: Object] = {
        var all: [Species: Object] = [:]
        for species in Species.allCases { all[species] = ["description": "by hand"] }
        all[.frontlineAgent] = ["agentSetting.instructions": "by hand"]
        all[.tenexTrigger] = nil
        return all
    }()

    private static let stopped: [Species: Object] = [
        .lyticsJob: ["status": "paused"], .lyticsFlow: ["state": "draining"],
        .frontlineAgent: ["isOffline": true], .frontlineFlow: ["status": "PAUSED"],
        .tenexWorkflow: ["status": "paused"], .tenexTrigger: ["enabled": false],
    ]

    private static let killed: [Species: Object] = [
        .lyticsJob: ["status": "deleted", "deleted": true],
        .frontlineFlow: ["status": "SUSPENDED"], .tenexWorkflow: ["status": "archived"],
    ]

    private static let started: [Species: Object] = [
        .lyticsJob: ["status": "running"], .frontlineAgent: ["isOffline": false],
        .tenexTrigger: ["enabled": true],
    ]
}

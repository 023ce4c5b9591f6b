import Documents
import Platforms

extension LyticsFlowKind {
    static let lifecycle = Lifecycle(
        field: "state", initial: "draft", running: ["running"], gone: ["deleted"],
        authored: LyticsFlowState.allCases.map(\.rawValue),
        transitions: [
            .init(
                from: ["draft"], to: "running", action: .start, verb: "start",
                consequence: "the flow starts sending to the people in its entry segment; a "
                    + "version that runs now takes nobody in any more and drains",
                isIrreversible: true),
            .init(
                from: ["running"], to: "draining", action: .stop, verb: "drain",
                consequence: "nobody enters any more, people inside finish; a drained flow "
                    + "cannot be started again",
                isIrreversible: true),
        ],
        deletion: [
            "draft": "every version of the flow is deleted for good",
            "running": "every version ends at once, with everybody who is inside; draining it "
                + "first lets them finish",
            "draining": "every version ends at once, with everybody who is still inside",
        ], onRemoveRunning: "draining",
        staying: ["draining": "Lytics does not tell when nobody is inside any more"],
        superseding: "the version that runs now drains by itself",
        versionsNeedChanges: "Lytics makes a new version of a flow that drains only where its "
            + "steps change")

    /// Members that the service sets and an update does not send.
    static let server = [
        "aid", "account_id", "author_id", "created", "modified", "updated", "state_modified_at",
        "version", "last_version_id", "state",
    ]
}

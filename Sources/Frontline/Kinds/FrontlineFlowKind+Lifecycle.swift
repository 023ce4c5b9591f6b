import Platforms

extension FrontlineFlowKind {
    static let lifecycle = Lifecycle(
        field: "status", initial: "DRAFT", running: ["ACTIVE"], gone: ["DELETED"],
        authored: ["DRAFT", "ACTIVE", "PAUSED", "ARCHIVED"],
        transitions: [
            .init(
                from: ["DRAFT", "PAUSED", "ARCHIVED"], to: "ACTIVE", action: .start,
                verb: "activate",
                consequence: "the draft is published: from now on people come into the flow as "
                    + "it is there",
                isIrreversible: false),
            .init(
                from: ["DRAFT", "ACTIVE", "ARCHIVED"], to: "PAUSED", action: .pause,
                verb: "pause", consequence: "nobody comes into the flow until it is activated",
                isIrreversible: false),
            .init(
                from: ["DRAFT", "ACTIVE", "PAUSED"], to: "ARCHIVED", action: .stop,
                verb: "archive", consequence: "nobody comes into the flow any more",
                isIrreversible: false),
        ],
        manual: [
            .init(
                from: ["ACTIVE", "PAUSED", "ARCHIVED"], to: "DRAFT", action: .pause,
                verb: "make a draft of",
                consequence: "nobody comes into the flow until it is activated",
                isIrreversible: false)
        ],
        deletion: [
            "DRAFT": "the flow and its draft are gone for good",
            "ACTIVE": "the flow ends at once, also for people who are in it",
            "PAUSED": "the flow and its draft are gone for good",
            "ARCHIVED": "the flow and its draft are gone for good",
        ], onRemoveRunning: nil,
        superseding: "the published version is replaced; no call brings it back: apply the old "
            + "files again to go back", publishing: "publish")
}

public import Platforms

/// The steps of a workflow's version, which no file describes.
public enum TenexVersionLifecycle {
    /// From superseded to archived.
    public static let lifecycle = Lifecycle(
        field: "status", initial: "current", running: ["current"], gone: [], authored: [],
        transitions: [],
        manual: [
            .init(
                from: ["superseded"], to: "archived", action: .update, verb: "archive",
                consequence: "no call brings it back; the history of its runs stays",
                isIrreversible: true)
        ], deletion: [:], onRemoveRunning: nil)
}

import Diagnostics
import Documents

/// A trigger with what it needs of its workflow.
struct TenexOwned {
    /// The trigger.
    let trigger: TenexTrigger
    /// How it stands in its workflow's document.
    let child: TenexChild
    /// Its canonical tree.
    let node: Node
    /// The workflow that owns it.
    let workflow: TenexWorkflow
}

/// One rule for documents of 10ex, with its explanation; the examples break it and are tests.
struct TenexCheck: Sendable {
    static func check(
        _ workflow: TenexWorkflow, _ document: AuthoredDocument, after spelling: Report,
        into report: inout Report
    ) {}

    static func check(_ owned: TenexOwned, into report: inout Report) {}
}

import Diagnostics
import Documents
import Platforms

/// Documents in the form in which Lytics' editor sends flows, which no file has.
extension LyticsFlowKind {
    /// The members of that form.
    static let editorMembers: Set<String> = ["nodes", "edges"]

    /// What the code says.
    static let editorForm = Meaning(
        "Lytics' editor sends and shows a flow as `nodes` with numbers and `edges` between them. A "
            + "file says the same as `steps`: each has a `slug` of yours, what it does as its "
            + "`type_hint`, and leads by `next` to the slug of another one or to `end`; the entry "
            + "stands beside them. Slugs stay in the ledger where Lytics has no place for them, so "
            + "that `weir adopt` takes a flow of the editor over without a write.",
        example: FlowCheck.document(
            """
            nodes:
              - { sequence_id: 0, type: trigger, entry_segment_id: new_signups }
              - { sequence_id: 1000, type: exit }
            edges:
              - { id: 0-1000, source: 0, target: 1000, type: connected }
            """))

    /// Reports a document in the form of the editor; false where it has the form of files.
    func reportEditorForm(_ document: AuthoredDocument, into report: inout Report) -> Bool {
        let entries = document.node.map ?? []
        guard let entry = entries.first(where: { Self.editorMembers.contains($0.key) }) else {
            return false
        }
        report.add(
            .error(
                LyticsCode.editorForm,
                "`\(entry.key)` is the form of Lytics' editor; a file has `steps` instead",
                at: entry.keySpan,
                help: "write each node as a step with a `slug`, and each edge as a `next`: "
                    + "`weir explain lytics/editor-form` tells how"))
        return true
    }
}

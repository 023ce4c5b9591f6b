import Documents
import Platforms

/// How the objects of one kind are spoken of on the command line.
struct Noun: Sendable {
    /// The kind, `lytics/job`.
    let kind: KindName
    /// One of them: `job`.
    let singular: String
    /// Several of them: `jobs`.
    let plural: String
    /// The field that people call them by: `name`.
    let nameField: String
    /// Whether lists show every object there is, so that nothing else is asked for.
    var isListedWhole = false
    /// The commands, behind its own, that finish what no update does: one for each such field.
    var finishingParts: @Sendable (_ id: String, _ undone: [FieldPath]) -> [String] = { _, _ in [] }

    /// The commands about them: `weir lytics jobs`.
    var command: String { "weir \(kind.platform) \(plural)" }

    /// The kind's rules.
    var rules: any Kind {
        guard let rules = Catalog.kind(kind) else {
            preconditionFailure("a noun is of a kind in the catalog")
        }
        return rules
    }

    /// `1 job`, `3 jobs`.
    func counted(_ count: Int) -> String { "\(count) \(count == 1 ? singular : plural)" }

    /// The commands that finish an object which a payload was written to in part.
    @Sendable func finishing(_ id: String, _ undone: [FieldPath]) -> [String] {
        let parts = finishingParts(id, undone).map { "\(command) \($0)" }
        let isAll = !undone.isEmpty && parts.count == undone.count
        return parts + (isAll ? [] : ["\(command) update \(id) -f FILE"])
    }
}

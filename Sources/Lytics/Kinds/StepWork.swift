import Documents
public import Platforms

/// The work that a step of a flow makes for itself: created from `work_config`, then published.
///
/// A flow shows the id of a work, and neither what it was made from nor whether it is published.
struct StepWork {
    /// The slug of the step.
    let slug: String
    /// What the work is made from.
    let config: Value
    /// The same step as it is live; nil where it is not, or exports nothing.
    let live: Value?

    /// The works that the wanted steps make, in the order of the steps, beside what the version
    /// that is written shows.
    static func all(of change: Change) -> [StepWork] {
        let written = change.observed?.draft ?? change.observed
        let live = written?.value["steps"]?.list ?? []
        return (change.wanted?["steps"]?.list ?? []).compactMap { step in
            guard let config = step["work_config"], config["workflow"] != nil,
                let slug = step["slug"]?.text
            else { return nil }
            let there = live.first { $0["slug"] == step["slug"] }
            let isExport = there?["type_hint"] == step["type_hint"]
            return StepWork(slug: slug, config: config, live: isExport ? there : nil)
        }
    }

    /// Whether the live step has a work, its own or a job that stands by itself.
    var isThere: Bool { live?["work_id"]?.text.map { !$0.isEmpty } ?? false }

    // Effects

    /// That the step has a work.
    var made: FieldPath { FieldPath(["steps", slug, "work"]) }
    /// That the work is as `work_config` says.
    var configured: FieldPath { made.appending("config") }
    /// That the work acts on people.
    var published: FieldPath { made.appending("published") }

    /// Whether a path is that of an effect, and not of a field.
    static func isEffect(_ path: FieldPath) -> Bool {
        path.parts.count > 2 && path.parts[0] == "steps" && path.parts[2] == "work"
    }

    /// What the work needs; where it is not there, making it is all.
    func effects(isShown: Bool) -> [Effect] {
        guard live != nil else { return [] }
        let name = "the work of `\(slug)`"
        guard isThere else {
            return [
                Effect(
                    made, words: name, sight: isShown ? .absent : .unseen,
                    after: "created and published")
            ]
        }
        return [
            Effect(
                configured, words: "what \(name) is to do", sight: .unseen,
                after: "as `work_config` says"),
            Effect(
                published, words: "the publication of \(name)", sight: .unseen,
                after: "published"),
        ]
    }

    /// Whether fields that differ ask for the work to be made, or made again.
    func isChanged(by paths: [FieldPath]) -> Bool {
        paths.contains { path in
            let parts = path.parts
            guard parts.first == "steps" else { return false }
            if parts.count < 2 { return true }
            return parts[1] == slug
                && (parts.count == 2 || ["work_config", "type_hint", "id"].contains(parts[2]))
        }
    }
}

extension LyticsFlowKind {
    /// The works of its steps.
    public func effects(of change: Change) -> [Effect] {
        let isShown = change.observed?.facts[LyticsFlowFact.showsWorks] != false
        var change = change
        change.observed?.draft = nil
        return StepWork.all(of: change).flatMap { $0.effects(isShown: isShown) }
    }
}

import Documents
import Planning

/// A plan file for stdout: the plan, and whether it is as it was written.
struct ShownPlanFile: Showable {
    private let file: PlanFile

    init(_ file: PlanFile) { self.file = file }

    /// What a reviewer reads.
    func text(_ style: TextStyle) -> String {
        let origin = style.lines("", file.origin.words).joined(separator: "\n")
        return PlanText.render(file.stored.plan, style: style) + "\n" + origin + "\n"
    }

    /// The canonical plan, with a member that says whether the file is authentic.
    var json: Value {
        var members = file.stored.plan.encoded.object ?? [:]
        members["authentic"] = .text(file.origin.word)
        return .object(members)
    }
}

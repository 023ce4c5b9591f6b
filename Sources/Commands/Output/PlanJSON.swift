public import Documents
import Planning
public import Platforms

/// A plan for stdout: text for reviewers, the canonical plan as JSON.
public struct PlanJSON: Showable {
    let plan: Plan

    /// Shows a plan.
    public init(_ plan: Plan) { self.plan = plan }

    /// What a reviewer reads.
    public func text(_ style: TextStyle) -> String { PlanText.render(plan, style: style) }

    /// The canonical plan, as `--out` writes it but indented.
    public var json: Value { plan.encoded }
}

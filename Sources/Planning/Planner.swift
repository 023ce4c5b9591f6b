public import Diagnostics
public import Platforms

/// Makes a plan from what is wanted, what was last applied and what is live.
public struct Planner {
    /// Compares everything and orders the rows; what forbids a plan is reported as errors.
    public static func plan(_ input: PlanningInput, into report: inout Report) -> Plan {
        var builder = PlanBuilder(input)
        builder.planWanted()
        if input.options.isAdopting {
            builder.reportUnknownAdoptions()
            builder.noteManagedMatches()
        } else {
            builder.planRemovals()
            builder.planOlderObjects()
            builder.startAgainWhatStops()
            builder.findDoubles()
            builder.noteEmptyLedger()
        }
        let plan = builder.finish()
        report.add(builder.report)
        return plan
    }
}

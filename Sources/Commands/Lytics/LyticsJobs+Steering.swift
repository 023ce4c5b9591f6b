import Diagnostics
import Documents
import Platforms

extension LyticsJobs {
    enum Pause: LyticsJobStep {
        static let help = VerbHelp(.job, "pause", "Stop jobs for now; `resume` takes it back.")
    }

    enum Resume: LyticsJobStep {
        static let help = VerbHelp(.job, "resume", "Let paused jobs go on.")
    }

    enum Bounce: LyticsJobStep {
        static let help = VerbHelp(.job, "bounce", "Restart jobs.")

        static func calls(
            _ step: Lifecycle.Transition, _ job: LiveObject, _ context: Operation
        ) -> [Call] { [LyticsJobOperations.bounce(job.liveID)] }
    }

    enum Release: LyticsJobStep {
        static let help = VerbHelp(
            .job, "release", "Release jobs; no source documents what that does.")

        static func calls(
            _ step: Lifecycle.Transition, _ job: LiveObject, _ context: Operation
        ) -> [Call] { [LyticsJobOperations.release(job.liveID)] }
    }

    enum Kill: DeleteVerb {
        static let help = VerbHelp(.job, "kill", "Stop jobs for good; nothing brings them back.")

        static func isDone(_ job: LiveObject) -> Bool {
            LyticsJobCondition(job.raw["status"]?.text ?? "unknown").isGone
        }

        static func refusals(_ job: LiveObject, _ context: Operation) -> [Diagnostic] {
            job.refusals(help.name)
        }

        static func consequences(_ job: LiveObject, _ context: Operation) -> [String] {
            ["`weir lytics jobs pause` is the one that can be taken back"]
        }
    }
}

/// A step of jobs, refused where the job's condition does not allow it.
protocol LyticsJobStep: StepVerb where Place == AccountOptions<Operation> {}

extension LyticsJobStep {
    static func refusals(_ job: LiveObject, _ context: Operation) -> [Diagnostic] {
        job.refusals(help.name)
    }
}

extension LiveObject {
    /// Why a job cannot be steered by a verb as it is now; none where it can.
    fileprivate func refusals(_ verb: String) -> [Diagnostic] {
        let condition = LyticsJobCondition(raw["status"]?.text ?? "unknown")
        guard !condition.commands.contains(verb) else { return [] }
        let possible = condition.commands.map { "`\($0)`" }.joined(separator: ", ")
        return [
            .error(
                "lytics/job-state",
                "a job that is \(condition.text) cannot be \(PendingWrite.past(verb)): \(title)",
                help: possible.isEmpty
                    ? "a killed job is gone for good; create a new one" : "it can \(possible)")
        ]
    }
}

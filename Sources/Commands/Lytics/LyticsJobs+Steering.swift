import Lytics
import Platforms

extension LyticsJobs {
    enum Pause: StepVerb {
        typealias Place = AccountOptions<LyticsJobUses>
        static let help = VerbHelp(.job, "pause", "Stop jobs for now; `resume` takes it back.")

        static func consequences(_ job: LiveObject, _ context: LyticsJobUses) -> [String] {
            context.exports(through: job, "nothing is sent there until the job is resumed")
        }
    }

    enum Resume: StepVerb {
        static let help = VerbHelp(.job, "resume", "Let paused jobs go on.")
    }

    enum Bounce: StepVerb {
        static let help = VerbHelp(.job, "bounce", "Restart jobs.")

        static func calls(
            _ step: Lifecycle.Transition, _ job: LiveObject, _ context: Operation
        ) -> [Call] { [LyticsJobOperations.bounce(job.liveID)] }
    }

    enum Release: StepVerb {
        static let help = VerbHelp(
            .job, "release", "Release jobs; no source documents what that does.")

        static func calls(
            _ step: Lifecycle.Transition, _ job: LiveObject, _ context: Operation
        ) -> [Call] { [LyticsJobOperations.release(job.liveID)] }
    }

    enum Kill: DeleteVerb {
        typealias Place = AccountOptions<LyticsJobUses>
        static let help = VerbHelp(.job, "kill", "Stop jobs for good; nothing brings them back.")

        static func consequences(_ job: LiveObject, _ context: LyticsJobUses) -> [String] {
            context.exports(through: job, "nothing is sent there any more")
                + ["`weir lytics jobs pause` is the one that can be taken back"]
        }
    }
}

import ArgumentParser

/// What every lifecycle command of jobs takes.
struct LyticsJobSteeringOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.job))
    var jobs: [String]

    /// Steers the jobs that were named.
    func run(_ verb: LyticsJobSteering.Verb) async throws {
        try await operating.run(on: "lytics") { operation in
            try await LyticsJobSteering(verb, operation).run(jobs, writing)
        }
    }
}

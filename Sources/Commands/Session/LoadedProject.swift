import Diagnostics
import Platforms
import Projects

extension Session {
    /// Loads the project and shows every problem; an invalid project ends the verb with status 3.
    func loadProject() async throws -> Project { try show(await load()) }

    /// Shows what is wrong with a project; ends where it cannot be used.
    func show(_ load: ProjectLoad) throws -> Project {
        show(load.report, load.sources)
        guard let project = load.project, !load.report.hasErrors else {
            throw Failure(.invalidProject)
        }
        noteSecrets(of: project, [])
        return project
    }

    /// Takes note of the secrets at hand that a project or its ledger names.
    func noteSecrets(of project: Project, _ recorded: some Collection<RecordedResource>) {
        let values = project.resources.map(\.value) + recorded.map(\.value)
        let names = values.reduce(into: Set(project.accounts.map(\.tokenName))) {
            $0.formUnion($1.secretNames)
        }
        // Where the project may not be asked for secrets, nothing holds one that could be told.
        (try? vault(of: project))?.noteAtHand(names)
    }

    /// Loads the project without showing anything.
    func load() async -> ProjectLoad {
        await Project.load(
            ProjectRequest(
                directory: directory, environment: environment, variables: variables,
                catalog: .all))
    }
}

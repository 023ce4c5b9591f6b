import Diagnostics
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

    /// Loads the project without showing anything.
    func load() async -> ProjectLoad {
        await Project.load(
            ProjectRequest(
                directory: directory, environment: environment, variables: variables,
                catalog: .all))
    }
}

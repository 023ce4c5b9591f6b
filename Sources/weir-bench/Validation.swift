import Commands
import Diagnostics
import Foundation
import Platforms
import Projects

/// What `weir validate` does, without the process around it.
enum Validation {
    /// Loads and checks a project: reading, parsing, decoding, checks.
    static func seconds(_ folder: URL) async throws -> Double {
        let (load, seconds) = await timed { await Project.load(request(folder, url: nil)) }
        guard let project = load.project, !load.report.hasErrors else {
            let first = load.report.sorted.first.map { "\($0.code): \($0.message)" } ?? ""
            throw ChildFailure(arguments: [folder.path], status: 3, text: first)
        }
        precondition(!project.resources.isEmpty, "the generator's flows are in the project")
        return seconds
    }

    /// Loads a project and writes what is wrong with it, or that nothing is.
    static func secondsWithMessages(_ folder: URL) async -> Double {
        await timed {
            let load = await Project.load(request(folder, url: nil))
            return DiagnosticRenderer(sources: load.sources, isColored: false).render(load.report)
        }.seconds
    }

    /// Asks for the generated project, on an emulator where one is meant.
    static func request(_ folder: URL, url: String?) -> ProjectRequest {
        var variables = ["LYTICS_API_TOKEN": "at.bench.emulated"]
        variables["LYTICS_API_URL"] = url
        return ProjectRequest(
            directory: folder.path, variables: variables,
            catalog: ProjectCatalog(Catalog.platforms))
    }
}

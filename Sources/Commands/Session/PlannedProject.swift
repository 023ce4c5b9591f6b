import Diagnostics
import Planning
import Platforms
import Projects

extension Session {
    /// Loads `weir.yaml` and the environments, whatever is in the other files.
    func loadSettings() async throws -> Project {
        try show(
            await Project.load(
                ProjectRequest(
                    directory: directory, environment: environment, variables: variables,
                    catalog: .all, extent: .settings)))
    }

    /// Names the files that changed since a plan was made; refuses it where a row is about one.
    func refuseChangedFiles(_ stored: StoredPlan, _ settings: Project) throws {
        let changed = FileDigests.changed(stored.plan.files, in: settings.root)
        let rows = stored.rowsByFile
        let touched = changed.filter { rows[$0] != nil }
        guard touched.isEmpty else {
            let notes = touched.map { file in
                let numbers = (rows[file] ?? []).sorted().map(String.init)
                let word = numbers.count == 1 ? "row" : "rows"
                return "`\(file)`: \(word) \(numbers.joined(separator: ", "))"
            }
            throw Failure(
                .conflict,
                .error(
                    PlanCode.stale, "files that rows are about changed since the plan was made",
                    notes: notes, help: "make the plan again"))
        }
        for file in changed {
            console.talk("note: `\(file)` changed since the plan was made; no row is about it")
        }
    }
}

extension StoredPlan {
    /// The numbers of the rows that are about each file.
    fileprivate var rowsByFile: [String: Set<Int>] {
        let files = Dictionary(wanted.map { ($0.address, $0.files) }) { first, _ in first }
        return plan.rows.reduce(into: [:]) { rows, row in
            for file in files[row.address] ?? [row.record?.file].compactMap(\.self) {
                rows[file, default: []].insert(row.number)
            }
        }
    }

    /// A project that wants what the plan was made from, and nothing else.
    func project(on settings: Project) -> Project {
        let placed = PlacedSources(
            wanted.map(\.place), behind: settings.sources, files: plan.files, root: settings.root)
        let resources = wanted.map { $0.resource(at: placed.span(of: $0.place)) }
        return settings.wanting(resources, lookups: lookups, sources: placed.sources)
    }
}

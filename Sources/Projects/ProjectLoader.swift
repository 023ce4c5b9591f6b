import Diagnostics
import Documents
import Platforms

/// Runs the stages of loading: find, read and parse, bind, resolve and decode.
struct ProjectLoader {
    private let request: ProjectRequest
    private(set) var sources = Sources()
    private(set) var report = Report()
    private var files: [String: String] = [:]
    /// The names of the environments that files describe.
    private(set) var environments: [String] = []
    private var mentionedSecrets: Set<String> = []
    /// What became of each file.
    private(set) var standings: [ProjectFile] = []

    init(_ request: ProjectRequest) { self.request = request }

    /// The project; nil if anything is wrong with it.
    mutating func load() async -> Project? {
        guard let root = FileSystem.realPath(request.directory),
            case .folder = FileSystem.target(of: root)
        else {
            report.add(
                .error(
                    SettingsCode.noFolder,
                    FileSystem.realPath(request.directory) == nil
                        ? "the folder `\(request.directory)` does not exist"
                        : "`\(request.directory)` is not a folder",
                    help: "name the project's folder with `-C`"))
            return nil
        }
        let walk = walk(root)
        var parsed = await parse(walk.files, root: root)
        parsed += parseGiven(root: root, known: Set(walk.files))
        let documents = parsed.flatMap(\.settings)
        environments = documents.filter { $0.form == .environment }
            .compactMap { $0["id"]?.text }.sorted()
        let isBroken = parsed.contains { $0.path == "weir.yaml" && $0.report.hasErrors }
        guard !isBroken || documents.contains(where: { $0.form == .project }) else { return nil }
        let settings = Settings.find(documents, request, into: &report)
        guard let settings else { return nil }
        var binding = Binding(settings, request, root: root, sources, into: &report)
        var drafts = binding.place(parsed.flatMap(\.drafts), into: &report)
        include(&drafts, binding, root: root)
        let decoded = await decode(drafts, binding)
        for part in decoded { report.add(part.report) }
        let resources = complete(ProjectLoader.sorted(decoded.flatMap(\.resources)), binding)
        if !report.hasErrors { ReferenceCycles.check(resources, into: &report) }
        refuseUnlistedSecrets(binding, decoded)
        guard !report.hasErrors else { return nil }
        return project(binding, walk, root: root, resources, decoded)
    }

    /// Walks the folder; what `weir.yaml` leaves out is known before.
    private mutating func walk(_ root: String) -> FolderWalk {
        guard request.extent.readsFolder else { return FolderWalk() }
        let settings = ParsedFile.parse(
            "weir.yaml", root: root, as: SourceID(UInt32(0)), request.catalog, onlySettings: true)
        let patterns = settings.settings.first { $0.form == .project }?.ignored ?? []
        let walk = FolderWalk(root, ignoring: IgnorePatterns(patterns))
        standings += walk.ignored
        for problem in walk.problems { report.add(Self.diagnostic(problem)) }
        return walk
    }

    private static func diagnostic(_ problem: FolderWalk.Problem) -> Diagnostic {
        guard let link = problem.link else {
            let folder = problem.path.isEmpty ? "the project's folder" : "`\(problem.path)`"
            return .error(ProjectCode.folder, "\(folder) cannot be read: \(problem.reason)")
        }
        let fault = link == .out ? "leads out of the project" : "leads to what is no document"
        return .error(
            ProjectCode.folder, "the link `\(problem.path)` \(fault)",
            notes: ["it leads to `\(problem.reason)`"],
            help: "move what it leads to into the project, or leave it out: `ignore: "
                + "[\(problem.path)]` in `weir.yaml`")
    }

    private mutating func parse(_ paths: [String], root: String) async -> [ParsedFile] {
        let (catalog, extent) = (request.catalog, request.extent)
        let parts = await Parallel.map(paths) { slice in
            slice.indices.map { index in
                ParsedFile.parse(
                    slice[index], root: root, as: SourceID(UInt32(index)), catalog,
                    onlySettings: extent == .settings)
            }
        }
        let parsed = parts.flatMap { $0 }
        for file in parsed { take(file) }
        return parsed
    }

    /// Parses what comes from outside the folder; a file of the folder is there already.
    private mutating func parseGiven(root: String, known: Set<String>) -> [ParsedFile] {
        var parsed: [ParsedFile] = []
        if let settings = request.extent.builtIn {
            parsed.append(ParsedFile.parse(settings, as: SourceID(UInt32(0)), request.catalog))
            take(parsed[0])
        }
        for given in request.given
        where request.extent != .whole || !known.contains(given.source.name) {
            let file = ParsedFile.parse(
                given, as: SourceID(UInt32(sources.count)), request.catalog)
            take(file)
            parsed.append(file)
        }
        return parsed
    }

    private mutating func take(_ file: ParsedFile) {
        _ = sources.add(file.source)
        report.add(file.report)
        standings.append(file.standing)
        mentionedSecrets.formUnion(file.mentionedSecrets)
        if let digest = file.digest { files[file.path] = digest }
    }

    /// Patches documents and puts the texts of files into them; few documents need either.
    private mutating func include(_ drafts: inout [Draft], _ binding: Binding, root: String) {
        var texts = TextFiles(
            root: root, reserved: [binding.ledger, binding.secretSources.dotenv ?? ""])
        for index in drafts.indices {
            let draft = drafts[index]
            for patch in binding.patches[draft.address.text] ?? [] {
                drafts[index].node = Patcher.patch(
                    drafts[index].node, with: patch, shape: draft.kind.shape, into: &report)
                drafts[index].mayInclude = true
            }
            guard drafts[index].mayInclude else { continue }
            drafts[index].node = texts.include(
                drafts[index].node, of: draft.path, &sources, into: &report)
        }
        files.merge(texts.digests) { first, _ in first }
    }

    private func decode(_ drafts: [Draft], _ binding: Binding) async -> [DecodedPart] {
        let sources = sources
        return await Parallel.map(drafts) { slice in
            var part = DecodedPart(binding, sources)
            for draft in slice { part.decode(draft) }
            return part
        }
    }

    /// Resources as they are beside each other, once each by itself is right.
    private mutating func complete(_ resources: [Resource], _ binding: Binding) -> [Resource] {
        guard !report.hasErrors else { return resources }
        var resources = resources
        for platform in Set(binding.accounts.map(\.platform)).sorted() {
            guard let platform = request.catalog.whole(platform) else { continue }
            resources = platform.complete(resources, into: &report)
        }
        return resources
    }

    /// Reports secrets that `secrets.names` does not list.
    private mutating func refuseUnlistedSecrets(_ binding: Binding, _ decoded: [DecodedPart]) {
        guard let names = binding.secretSources.names else { return }
        for (name, span) in secretPlaces(binding, decoded).sorted(by: { $0.key < $1.key })
        where !names.contains(name) {
            report.add(
                .error(
                    SettingsCode.unlistedSecret,
                    "`secrets.names` does not list the secret `\(name)`", at: span,
                    help: "add `\(name)` to `secrets.names` in `weir.yaml` if the project needs it")
            )
        }
    }

    private func secretPlaces(
        _ binding: Binding, _ decoded: [DecodedPart]
    ) -> [String: SourceSpan] {
        decoded.reduce(into: binding.secretPlaces) { all, part in
            all.merge(part.secrets) { first, _ in first }
        }
    }

    /// Resources by address; their places are sorted, since they are large to move.
    private static func sorted(_ resources: [Resource]) -> [Resource] {
        let order = resources.indices.sorted { resources[$0].address < resources[$1].address }
        return order.map { resources[$0] }
    }

    private func project(
        _ binding: Binding, _ walk: FolderWalk, root: String, _ resources: [Resource],
        _ decoded: [DecodedPart]
    ) -> Project {
        var lookups: [String: Set<KindName>] = [:]
        for part in decoded { lookups.merge(part.lookups) { $0.union($1) } }
        let secrets = secretPlaces(binding, decoded)
        return Project(
            name: binding.name, environment: binding.environment, root: root,
            accounts: binding.accounts, resources: resources, lookups: lookups, sources: sources,
            ledger: binding.ledger, files: files, folders: walk.folders,
            emptyFiles: Set(walk.files).subtracting(files.keys),
            excluded: binding.excluded, secrets: binding.secretSources, secretPlaces: secrets,
            mentionedSecrets: mentionedSecrets.union(secrets.keys),
            isWritten: request.extent.builtIn == nil)
    }
}

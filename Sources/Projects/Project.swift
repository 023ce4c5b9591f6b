// Floor 4. In: a folder, an environment's name, the process environment. Out: a project whose
// resources are decoded, checked and lowered, or the mistakes in it. Never: network, the ledger,
// the values of secrets (the `Vault` alone reads those, and only when a command asks it).

public import Diagnostics
import Documents
public import Platforms

/// A project bound to one environment: everything its files want.
public struct Project: Sendable {
    /// The name in `weir.yaml`.
    public let name: String
    /// The environment it was bound to; `default` where there are none.
    public let environment: String
    /// The folder, as an absolute path without links.
    public let root: String
    /// The accounts by name; their URLs are resolved, their identities not yet known.
    public let accounts: [Account]
    /// What the files want, by address.
    public let resources: [Resource]
    /// The lookup kinds that files refer to, by account.
    public let lookups: [String: Set<KindName>]
    /// Every file that spans point into.
    public let sources: Sources
    /// Where the ledger is: an absolute path.
    public let ledger: String
    /// The SHA-256 of every file that went in, by path within the project.
    public let files: [String: String]
    /// The folders that exist below the root, which itself is the empty path.
    public let folders: Set<String>
    /// The files that may hold documents and hold nothing of the project, by path within it.
    public let emptyFiles: Set<String>
    /// What the environment leaves out.
    public let excluded: Set<Address>
    /// Where secrets come from.
    public let secrets: SecretSources
    /// The secrets that accounts and resources name, each with a place where it is named.
    public let secretPlaces: [String: SourceSpan]
    /// The names of all secrets that files mention, also in files that were not read as documents.
    public let mentionedSecrets: Set<String>

    /// Reads, checks and binds the project of a folder.
    public static func load(_ request: ProjectRequest) async -> ProjectLoad {
        var loader = ProjectLoader(request)
        let project = await loader.load()
        let report = loader.report.causes.namingValues(of: request.variables, loader.sources)
        return ProjectLoad(
            sources: loader.sources, report: report, project: project,
            environments: loader.environments,
            files: loader.standings.sorted { $0.path < $1.path })
    }

    /// Whether a `weir.yaml` says what it is, and not only variables.
    public let isWritten: Bool

    /// The secrets that accounts and resources name.
    public var secretNames: Set<String> { Set(secretPlaces.keys) }

    /// The same settings, wanting what a plan file says instead of documents.
    public func wanting(
        _ resources: [Resource], lookups: [String: Set<KindName>], sources: Sources
    ) -> Project {
        Project(
            name: name, environment: environment, root: root, accounts: accounts,
            resources: resources, lookups: lookups, sources: sources, ledger: ledger,
            files: files, folders: folders, emptyFiles: emptyFiles, excluded: excluded,
            secrets: secrets, secretPlaces: secretPlaces, mentionedSecrets: mentionedSecrets,
            isWritten: isWritten)
    }

    /// The account of a name.
    public func account(_ name: String) -> Account? { accounts.first { $0.name == name } }
}

/// What is to be loaded, for which environment, with what known.
public struct ProjectRequest: Sendable {
    /// The folder that holds `weir.yaml`.
    public var directory: String
    /// The environment asked for by `--env`, if any.
    public var environment: String?
    /// The process environment.
    public var variables: [String: String]
    /// The platforms that kinds come from.
    public var catalog: ProjectCatalog
    /// How much of the folder is read.
    public var extent: ProjectExtent
    /// Documents from outside the folder.
    public var given: [GivenDocument]

    /// Asks for a project.
    public init(
        directory: String, environment: String? = nil, variables: [String: String],
        catalog: ProjectCatalog, extent: ProjectExtent = .whole, given: [GivenDocument] = []
    ) {
        self.directory = directory
        self.environment = environment
        self.variables = variables
        self.catalog = catalog
        self.extent = extent
        self.given = given
    }
}

/// What came of loading: the sources are there even where the project is not.
public struct ProjectLoad: Sendable {
    /// Every file that spans point into.
    public let sources: Sources
    /// What was found on the way.
    public let report: Report
    /// The project; nil if the report has errors.
    public let project: Project?
    /// The names of the environments that files describe, also where none could be chosen.
    public let environments: [String]
    /// What became of each file and of each folder that was left out, by path.
    public let files: [ProjectFile]
}

extension Report {
    /// Without what follows from another mistake at the same place: warnings about words that an
    /// error is about, and what a field makes of a value that cannot be read.
    fileprivate var causes: Report {
        guard hasErrors else { return self }
        let errors = diagnostics.filter { $0.severity == .error }
        let mistaken = Set(errors.compactMap(\.primary?.span))
        let unread = Set(
            errors.filter { $0.code.hasPrefix("yaml/") }.compactMap(\.primary?.span))
        var report = Report()
        for diagnostic in diagnostics {
            guard let span = diagnostic.primary?.span else {
                report.add(diagnostic)
                continue
            }
            let isOfYAML = diagnostic.code.hasPrefix("yaml/")
            if isOfYAML
                ? diagnostic.severity == .warning && mistaken.contains(span)
                : unread.contains(span)
            {
                continue
            }
            report.add(diagnostic)
        }
        return report
    }
}

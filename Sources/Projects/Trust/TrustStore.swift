import Documents

/// What this user trusts on this machine: hosts that tokens may go to, and projects.
///
/// It is one JSON file beside the key file; like that, only its owner may read it.
public struct TrustStore: Sendable, Equatable {
    /// A project in one environment, with the text that was trusted.
    public struct TrustedProject: Sendable, Equatable {
        /// The project's folder, without links.
        public var folder: String
        /// The environment.
        public var environment: String
        /// The digest of what was trusted.
        public var text: String

        /// Names what is trusted.
        public init(folder: String, environment: String, text: String) {
            self.folder = folder
            self.environment = environment
            self.text = text
        }
    }

    /// The hosts.
    public var hosts: Set<ServerHost> = []
    /// The projects.
    public var projects: [TrustedProject] = []

    /// Reads what is trusted; nothing where there is no file.
    public static func read(_ variables: [String: String]) throws(TrustError) -> TrustStore {
        guard let folder = UserFolder(variables) else { return TrustStore() }
        return try read(path(in: folder))
    }

    /// Changes what is trusted, while no other run does.
    public static func change(
        _ variables: [String: String], _ edit: (inout TrustStore) -> Void
    ) throws(TrustError) {
        guard let folder = UserFolder(variables) else {
            throw TrustError(
                message: "there is no folder for what is trusted: `HOME` is not set",
                help: "set `WEIR_TRUST_HOSTS` and `WEIR_ALLOW_COMMAND` instead")
        }
        folder.make()
        let path = path(in: folder)
        let unwritable = { (failure: FileSystem.Failure) in
            TrustError(
                message: "`\(path)` cannot be written: \(failure.reason)",
                help: "make its folder writable")
        }
        try folder.locked(orThrow: unwritable) { () throws(TrustError) in
            var store = try read(path)
            edit(&store)
            do throws(FileSystem.Failure) {
                try folder.write(Array((store.value.prettyJSON + "\n").utf8), to: path)
            } catch {
                throw unwritable(error)
            }
        }
    }

    private static func path(in folder: UserFolder) -> String { "\(folder.path)/trust.json" }

    private static func read(_ path: String) throws(TrustError) -> TrustStore {
        guard FileSystem.entry(at: path) != nil else { return TrustStore() }
        if UserFolder.isOpenToOthers(path) {
            throw TrustError(
                message: "`\(path)`, which says what is trusted, can be read or written by others",
                help: "look at it, then run `chmod 600 \(path)`")
        }
        guard let bytes = try? FileSystem.read(path, atMost: 4 << 20),
            let value = try? JSON.parse(bytes),
            let store = TrustStore(value)
        else {
            throw TrustError(
                message: "`\(path)`, which says what is trusted, cannot be read",
                help: "restore it, or remove it and give trust anew")
        }
        return store
    }
}

extension TrustStore {
    private init?(_ value: Value) {
        guard let hosts = value["hosts"]?.list, let projects = value["projects"]?.list else {
            return nil
        }
        self.hosts = Set(hosts.compactMap { $0.text.flatMap { ServerHost($0) } })
        self.projects = projects.compactMap { project in
            guard let folder = project["folder"]?.text, let text = project["text"]?.text,
                let environment = project["environment"]?.text
            else { return nil }
            return TrustedProject(folder: folder, environment: environment, text: text)
        }
        guard self.hosts.count == hosts.count, self.projects.count == projects.count else {
            return nil
        }
    }

    private var value: Value {
        [
            "hosts": .list(hosts.sorted().map { .text($0.description) }),
            "projects": .list(
                projects.map { project in
                    [
                        "folder": .text(project.folder),
                        "environment": .text(project.environment), "text": .text(project.text),
                    ]
                }),
        ]
    }
}

/// What is trusted cannot be told or changed.
public struct TrustError: Error, Sendable, Equatable {
    /// What is wrong, in words.
    public let message: String
    /// What to do about it.
    public let help: String
}

/// Where the values of secrets are looked for, after the process environment.
public struct SecretSources: Sendable, Equatable {
    /// The absolute path of a dotenv file.
    public var dotenv: String?
    /// A program and its arguments, in which `{name}` stands for the secret's name.
    public var command: [String]
    /// The names that may be asked for; nil for all.
    public var names: [String]?
    /// The variables that the program gets beside those that every program needs.
    public var passed: [String]
    /// The project's folder, in which the program runs; without links.
    public var folder: String

    /// Names sources.
    public init(
        dotenv: String? = nil, command: [String] = [], names: [String]? = nil,
        passed: [String] = [], folder: String = "/"
    ) {
        self.dotenv = dotenv
        self.command = command
        self.names = names
        self.passed = passed
        self.folder = folder
    }

    /// Whether the dotenv file is there and outside the project's folder, links followed.
    public var readsOutside: Bool {
        guard let real = dotenv.flatMap(FileSystem.realPath) else { return false }
        return folder != "/" && !real.hasPrefix(folder + "/")
    }

    /// Whether a secret of this name may be asked for.
    func offers(_ name: String) -> Bool { names?.contains(name) ?? true }
}

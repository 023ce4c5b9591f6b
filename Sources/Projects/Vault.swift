public import Platforms

/// The one place that reads the values of secrets, each when it is asked for.
public struct Vault: Sendable {
    /// Whether a project's command may run, and a file outside its folder be read.
    public enum Permission: Sendable {
        /// Both.
        case trusted
        /// Neither: nobody said on this machine that the project is trusted.
        case untrusted
        /// The file where the project is trusted, and no command, whoever trusts it.
        case noCommand(readsOutside: Bool)
    }

    private let sources: SecretSources
    private let variables: [String: String]
    private let patience: Duration
    private let given: [String: Secret]
    private let known: KnownSecrets
    let permission: Permission

    /// Looks among what was given first, then in the process environment, then in the sources;
    /// `known` takes note of every secret that is found.
    public init(
        sources: SecretSources, variables: [String: String], patience: Duration = .seconds(30),
        given: [String: Secret] = [:], permission: Permission = .untrusted,
        known: KnownSecrets = KnownSecrets()
    ) {
        self.sources = sources
        self.variables = variables
        self.patience = patience
        self.given = given
        self.permission = permission
        self.known = known
        for secret in given.values { known.add(secret) }
    }

    /// The value of a secret: given, process environment, dotenv file, command.
    public func secret(_ name: String) async throws(VaultError) -> Secret {
        let secret = try await find(name)
        known.add(secret)
        return secret
    }

    private func find(_ name: String) async throws(VaultError) -> Secret {
        if let value = given[name] { return value }
        guard sources.offers(name) else { throw unlisted(name) }
        if let value = variables[name], !value.isEmpty { return try checked(value, name) }
        if let value = try dotenv(for: name)[name], !value.isEmpty {
            return try checked(value, name)
        }
        guard let program = sources.command.first else { throw missing(name) }
        try refuseCommand(for: name)
        let arguments = sources.command.dropFirst().map {
            $0.replacing("{name}", with: name)
        }
        return try await ask(program, Array(arguments), for: name)
    }

    /// How many secrets a command is asked for at once.
    private static let atOnce = 8

    /// The secrets of some names; all that cannot be had are told at once.
    public func secrets(
        _ names: some Sequence<String>
    ) async throws(VaultError) -> [String: Secret] {
        var found: [String: Secret] = [:]
        var failure: VaultError?
        for (name, result) in await results(Set(names).sorted()) {
            do throws(VaultError) {
                found[name] = try result.get()
            } catch {
                guard error.name != nil else { throw error }
                if failure == nil { failure = error } else { failure?.others.append(error) }
            }
        }
        if let failure { throw failure }
        return found
    }

    /// Takes note of those of some secrets that are at hand; no command is run for the others.
    public func noteAtHand(_ names: some Sequence<String>) {
        let names = Set(names)
        let file = names.first.flatMap { try? dotenv(for: $0) } ?? [:]
        for name in names {
            let values = [variables[name], file[name]].compactMap(\.self)
            for value in values where !value.isEmpty { known.add(Secret(value)) }
        }
    }

    /// What became of each name, in their order.
    private func results(
        _ names: [String]
    ) async -> [(name: String, result: Result<Secret, VaultError>)] {
        await withTaskGroup(of: (Int, Result<Secret, VaultError>).self) { group in
            var results: [Int: Result<Secret, VaultError>] = [:]
            for (index, name) in names.enumerated() {
                if index >= Self.atOnce, let (index, result) = await group.next() {
                    results[index] = result
                }
                group.addTask { (index, await result(name)) }
            }
            for await (index, result) in group { results[index] = result }
            return results.sorted { $0.key < $1.key }.map { (names[$0.key], $0.value) }
        }
    }

    private func result(_ name: String) async -> Result<Secret, VaultError> {
        do throws(VaultError) {
            return .success(try await secret(name))
        } catch {
            return .failure(error)
        }
    }

    private func dotenv(for name: String) throws(VaultError) -> [String: String] {
        guard let path = sources.dotenv, FileSystem.target(of: path) != nil else { return [:] }
        if sources.readsOutside { try refuseOutside(path, name) }
        let bytes: [UInt8]
        do throws(FileSystem.Failure) {
            bytes = try FileSystem.read(path, atMost: 1 << 20)
        } catch {
            throw VaultError(
                name: nil, message: "the file of secrets `\(path)` cannot be read: \(error.reason)",
                help: "check `secrets.dotenv` in `weir.yaml`")
        }
        do throws(DotenvFile.Mistake) {
            return try DotenvFile.values(in: bytes)
        } catch {
            throw VaultError(
                name: nil,
                message: "the file of secrets `\(path)` cannot be read in line \(error.line): "
                    + error.reason, help: "nothing of it is used until it is right")
        }
    }

    /// A credential that begins or ends with what nobody sees is a slip of the hand that copied it.
    private func checked(_ value: String, _ name: String) throws(VaultError) -> Secret {
        let ends = [value.unicodeScalars.first, value.unicodeScalars.last].compactMap(\.self)
        let isClean = ends.allSatisfy { scalar in
            scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format
                && !scalar.properties.isWhitespace
        }
        guard isClean else {
            throw VaultError(
                name: name,
                message:
                    "the secret `\(name)` begins or ends with white space or a control character",
                help: "remove it where the secret is set")
        }
        return Secret(value)
    }

    private func unlisted(_ name: String) -> VaultError {
        VaultError(
            name: name, message: "`secrets.names` does not list the secret `\(name)`",
            help: "add it to `secrets.names` in `weir.yaml` if the project needs it",
            isOfTrust: true)
    }

    private func missing(_ name: String) -> VaultError {
        let file = sources.dotenv.map { ", or write it to `\($0)`" } ?? ""
        return VaultError(
            name: name, message: "the secret `\(name)` is not set",
            help: "set the environment variable `\(name)`\(file)")
    }

    private func ask(
        _ program: String, _ arguments: [String], for name: String
    ) async throws(VaultError) -> Secret {
        let outcome = await SecretCommand(
            program, arguments, in: sources.folder,
            SecretCommand.environment(variables, passing: sources.passed), patience
        ).outcome()
        switch outcome {
        case .output(let text):
            let value = text.hasSuffix("\n") ? String(text.dropLast()) : text
            if !value.isEmpty { return try checked(value, name) }
            throw refused(name, "`\(program)` printed nothing")
        case .failed(let reason): throw refused(name, "`\(program)` \(reason)")
        case .late: throw refused(name, "`\(program)` did not answer within \(patience)")
        }
    }

    private func refused(_ name: String, _ reason: String) -> VaultError {
        VaultError(
            name: name, message: "the secret `\(name)` could not be had: \(reason)",
            help: "run the command of `secrets.command` by hand, or set `\(name)`")
    }
}

public import Platforms
import Subprocess

/// The one place that reads the values of secrets, each when it is asked for.
public struct Vault: Sendable {
    private let sources: SecretSources
    private let variables: [String: String]
    private let patience: Duration
    private let given: [String: Secret]
    private let known: KnownSecrets

    /// Looks among what was given first, then in the process environment, then in the sources;
    /// `known` takes note of every secret that is found.
    public init(
        sources: SecretSources, variables: [String: String], patience: Duration = .seconds(30),
        given: [String: Secret] = [:], known: KnownSecrets = KnownSecrets()
    ) {
        self.sources = sources
        self.variables = variables
        self.patience = patience
        self.given = given
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
        if let value = variables[name], !value.isEmpty { return try checked(value, name) }
        if let value = try dotenv()[name], !value.isEmpty { return try checked(value, name) }
        guard let program = sources.command.first else { throw missing(name) }
        let arguments = sources.command.dropFirst().map {
            $0.replacing("{name}", with: name)
        }
        return try await ask(program, Array(arguments), for: name)
    }

    /// The secrets of some names; all that are not set are told at once.
    public func secrets(
        _ names: some Sequence<String>
    ) async throws(VaultError) -> [String: Secret] {
        var found: [String: Secret] = [:]
        var failure: VaultError?
        for name in Set(names).sorted() {
            do throws(VaultError) {
                found[name] = try await secret(name)
            } catch  where sources.command.isEmpty && error.name != nil {
                if failure == nil { failure = error } else { failure?.others.append(error) }
            }
        }
        if let failure { throw failure }
        return found
    }

    /// Takes note of those of some secrets that are at hand; no command is run for the others.
    public func noteAtHand(_ names: some Sequence<String>) {
        let file = (try? dotenv()) ?? [:]
        for name in Set(names) {
            let values = [variables[name], file[name]].compactMap(\.self)
            for value in values where !value.isEmpty { known.add(Secret(value)) }
        }
    }

    private func dotenv() throws(VaultError) -> [String: String] {
        guard let path = sources.dotenv, FileSystem.target(of: path) != nil else { return [:] }
        let bytes: [UInt8]
        do throws(FileSystem.Failure) {
            bytes = try FileSystem.read(path)
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

    private func missing(_ name: String) -> VaultError {
        let file = sources.dotenv.map { ", or write it to `\($0)`" } ?? ""
        return VaultError(
            name: name, message: "the secret `\(name)` is not set",
            help: "set the environment variable `\(name)`\(file)")
    }

    private func ask(
        _ program: String, _ arguments: [String], for name: String
    ) async throws(VaultError) -> Secret {
        let outcome = await SecretCommand(program, arguments, variables, patience).outcome()
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

/// A secret could not be had.
public struct VaultError: Error, Sendable, Equatable {
    /// The secret; nil if a source as a whole is at fault.
    public let name: String?
    /// What is wrong; it never holds a value.
    public let message: String
    /// What to do about it.
    public let help: String
    /// Other secrets that could not be had either.
    public var others: [VaultError] = []
}

/// Runs the program that prints a secret, without a shell and for a limited time.
private struct SecretCommand: Sendable {
    enum Outcome: Sendable {
        case output(String)
        case failed(String)
        case late
    }

    let program: String
    let arguments: [String]
    let variables: [String: String]
    let patience: Duration

    init(
        _ program: String, _ arguments: [String], _ variables: [String: String],
        _ patience: Duration
    ) {
        self.program = program
        self.arguments = arguments
        self.variables = variables
        self.patience = patience
    }

    /// Whichever comes first: the end of the program or of our patience.
    func outcome() async -> Outcome {
        await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await run() }
            group.addTask {
                try? await Task.sleep(for: patience)
                return .late
            }
            let first = await group.next() ?? .late
            group.cancelAll()
            return first
        }
    }

    private func run() async -> Outcome {
        var environment: [Environment.Key: String] = [:]
        for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
        do {
            let result = try await Subprocess.run(
                .name("env"), arguments: Arguments(["--", program] + arguments),
                environment: .custom(environment), output: .string(limit: 1 << 16),
                error: .discarded)
            guard result.terminationStatus.isSuccess else {
                return .failed("ended with \(result.terminationStatus)")
            }
            return .output(result.standardOutput)
        } catch {
            return .failed("could not be run")
        }
    }
}

import Subprocess
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs the program that prints a secret: without a shell, in a session of its own, and for a
/// limited time.
struct SecretCommand: Sendable {
    /// How it ended.
    enum Outcome: Sendable {
        case output(String)
        case failed(String)
        case late
    }

    private let program: String
    private let arguments: [String]
    private let folder: String
    private let environment: [String: String]
    private let patience: Duration
    private let child = Child()

    init(
        _ program: String, _ arguments: [String], in folder: String,
        _ environment: [String: String], _ patience: Duration
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.patience = patience
    }

    /// Of some variables, those that every program needs and those that are passed on by name: a
    /// token of ours is none of them unless it is named.
    static func environment(
        _ variables: [String: String], passing names: [String]
    ) -> [String: String] {
        let usual: Set<String> = [
            "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "HOME", "LANG", "LANGUAGE", "LOGNAME", "PATH",
            "SHELL", "TERM", "TMPDIR", "TZ", "USER", "WAYLAND_DISPLAY",
        ]
        return variables.filter { name, _ in
            usual.contains(name) || name.hasPrefix("LC_") || name.hasPrefix("XDG_")
                || names.contains(name)
        }
    }

    /// Whichever comes first: the end of the program or of our patience, which ends all that the
    /// program started.
    func outcome() async -> Outcome {
        await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await run() }
            group.addTask {
                guard (try? await Task.sleep(for: patience)) != nil else { return .late }
                child.kill()
                return .late
            }
            let first = await group.next() ?? .late
            group.cancelAll()
            await group.waitForAll()
            // What it left behind would hold what it was given.
            child.kill()
            return first
        }
    }

    private func run() async -> Outcome {
        var options = PlatformOptions()
        options.createSession = true
        let environment = environment.map { (Environment.Key(stringLiteral: $0), $1) }
        do {
            let result = try await Subprocess.run(
                .name("env"), arguments: Arguments(["--", program] + arguments),
                environment: .custom(Dictionary(uniqueKeysWithValues: environment)),
                workingDirectory: path(folder), platformOptions: options, input: .none,
                output: .string(limit: 1 << 16), error: .discarded
            ) { child.started($0.processIdentifier.value) }
            guard result.terminationStatus.isSuccess else {
                return .failed("ended with \(result.terminationStatus)")
            }
            return .output(result.standardOutput)
        } catch {
            return .failed("could not be run")
        }
    }
}

/// A path in the type that the library takes, whose module is not among ours.
private func path<Path: ExpressibleByStringLiteral>(
    _ text: String
) -> Path where Path.StringLiteralType == String {
    Path(stringLiteral: text)
}

/// The program while it runs, and what it started.
private final class Child: Sendable {
    private let number = Mutex<pid_t?>(nil)

    func started(_ number: pid_t) { self.number.withLock { $0 = number } }

    /// Ends every process of its group.
    func kill() {
        number.withLock { number in
            guard let group = number, group > 1 else { return }
            #if canImport(Glibc)
                Glibc.kill(-group, SIGKILL)
            #elseif canImport(Musl)
                Musl.kill(-group, SIGKILL)
            #else
                Darwin.kill(-group, SIGKILL)
            #endif
        }
    }
}

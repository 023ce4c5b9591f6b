import Foundation
import Platforms
import Projects
import Testing

@Suite struct `The program that prints secrets` {
    /// A vault whose program is a line of `sh`, run in a folder.
    static func vault(
        _ line: String, in folder: String = "/tmp", passing names: [String] = [],
        variables: [String: String] = [:], patience: Duration = .seconds(30),
        permission: Vault.Permission = .trusted
    ) -> Vault {
        Vault(
            sources: SecretSources(
                command: ["sh", "-c", line, "{name}"], passed: names, folder: folder),
            variables: variables.merging(`The vault`.path) { $1 }, patience: patience,
            permission: permission)
    }

    @Test func `gets no variable but the usual ones and those that are named`() async throws {
        let variables = [
            "LYTICS_API_TOKEN": "token", "OP_SERVICE_ACCOUNT_TOKEN": "op", "HOME": "/home/me",
            "LC_ALL": "C", "WEIR_KEY": "key",
        ]
        let vault = Self.vault(
            "env | cut -d= -f1 | sort | grep -v -e ^PWD$ -e ^_$ -e ^SHLVL$ | tr '\\n' ' '; echo .",
            passing: ["OP_SERVICE_ACCOUNT_TOKEN"], variables: variables)
        let names = try await `The vault`.read(vault, "A")
        #expect(names == "HOME LC_ALL OP_SERVICE_ACCOUNT_TOKEN PATH .")
    }

    @Test func `runs in the project's folder`() async throws {
        let folder = try Folder(["getsec": "#!/bin/sh\necho ours\n"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/getsec")
        let vault = Vault(
            sources: SecretSources(command: ["./getsec"], folder: folder.path),
            variables: `The vault`.path, permission: .trusted)
        #expect(try await `The vault`.read(vault, "A") == "ours")
    }

    @Test(arguments: [
        ("sleep 60", true), ("sleep 60 & sleep 60", true), ("sleep 60 & echo x", false),
    ])
    func `leaves nothing behind that it started`(_ line: String, _ isLate: Bool) async throws {
        let folder = try Folder()
        let vault = Self.vault(
            "echo $$ > pid; \(line)", in: folder.path,
            patience: isLate ? .milliseconds(300) : .seconds(30))
        let error = await Self.failure(vault)
        #expect((error?.message.contains("did not answer") == true) == isLate)
        let text = try String(contentsOfFile: "\(folder.path)/pid", encoding: .utf8)
        #expect(try await `is gone`(text.dropLast()))
    }

    private static func failure(_ vault: Vault) async -> VaultError? {
        do throws(VaultError) {
            _ = try await vault.secret("A")
            return nil
        } catch {
            return error
        }
    }

    /// Whether no process of a group runs; those that were killed take a moment to go, and stay in
    /// the list where nobody asks how they ended.
    private func `is gone`(_ group: Substring) async throws -> Bool {
        for _ in 0..<100 {
            let ps = Process()
            ps.executableURL = URL(fileURLWithPath: "/bin/ps")
            ps.arguments = ["-A", "-o", "pgid=", "-o", "stat="]
            let pipe = Pipe()
            ps.standardOutput = pipe
            try ps.run()
            let lines = String(
                decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            ps.waitUntilExit()
            let states = lines.split(separator: "\n").map { $0.split(separator: " ") }
            if !states.contains(where: { $0[0] == group && !$0[1].hasPrefix("Z") }) { return true }
        }
        return false
    }

    @Test func `is asked for several secrets at once`() async throws {
        let folder = try Folder()
        // Each waits until there are three of them.
        let line = """
            touch here-$0; while [ $(ls here-* | wc -l) -lt 3 ]; do :; done; echo value-$0
            """
        let vault = Self.vault(line, in: folder.path)
        let found = try await vault.secrets(["A", "B", "C"])
        #expect(
            found.mapValues { $0.reveal { $0 } } == [
                "A": "value-A", "B": "value-B", "C": "value-C",
            ])
    }

    @Test func `is not asked for a name that reads as an option`() async throws {
        let error = await #expect(throws: VaultError.self) {
            try await Self.vault("echo x").secret("--help")
        }
        #expect(error?.message == "no program is asked for the secret `--help`")
    }

    @Test(arguments: [Vault.Permission.untrusted, .noCommand(readsOutside: true)])
    func `does not run where nobody trusted it`(_ permission: Vault.Permission) async throws {
        let folder = try Folder()
        let vault = Self.vault("touch ran; echo x", in: folder.path, permission: permission)
        let error = await #expect(throws: VaultError.self) { try await vault.secret("A") }
        #expect(error?.isOfTrust == true)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/ran"))
    }
}

@Suite struct `Secrets outside the project` {
    @Test(arguments: ["../outside.env", "link.env"])
    func `a dotenv file outside is read only where the project is trusted`(
        _ name: String
    ) async throws {
        let other = try Folder(["outside.env": "A=x\n"])
        let folder = try Folder(["inner/.keep": ""])
        let inner = "\(folder.path)/inner"
        let outside = "\(other.path)/outside.env"
        try FileManager.default.createSymbolicLink(
            atPath: "\(inner)/link.env", withDestinationPath: outside)
        try FileManager.default.copyItem(atPath: outside, toPath: "\(folder.path)/outside.env")
        let sources = SecretSources(dotenv: "\(inner)/\(name)", folder: inner)
        #expect(sources.readsOutside)
        let untrusted = Vault(sources: sources, variables: [:])
        let error = await #expect(throws: VaultError.self) { try await untrusted.secret("A") }
        #expect(error?.isOfTrust == true)
        let trusted = Vault(sources: sources, variables: [:], permission: .trusted)
        #expect(try await `The vault`.read(trusted, "A") == "x")
    }

    @Test func `only the names that are listed can be asked for`() async throws {
        let vault = Vault(
            sources: SecretSources(names: ["A"]), variables: ["A": "x", "PATH": "y"])
        #expect(try await `The vault`.read(vault, "A") == "x")
        let error = await #expect(throws: VaultError.self) { try await vault.secret("PATH") }
        #expect(error?.message == "`secrets.names` does not list the secret `PATH`")
    }
}

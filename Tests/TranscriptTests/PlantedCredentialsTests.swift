import Commands
import Emulation
import Foundation
import Platforms
import Testing

/// Credentials that people give to operating commands are seen by the platform alone.
@Suite struct `credentials of auths` {
    /// A command, what is typed on a terminal, and the status it ends with.
    struct Deed {
        var command: String
        var typed: [String] = []
        var status: Int32 = 0
    }

    private static let deeds = [
        Deed(command: "weir -C flows apply --yes -v"),
        Deed(
            command:
                #"printf 'label: Named\nconfig: { apikey: "${secret.MAIL_KEY}" }\n' > a.yaml; "#
                + "weir -C flows lytics auths create sendgrid -f a.yaml --yes -v"),
        Deed(
            command: #"printf '{"label": "Piped", "config": {"apikey": "planted-stdin"}}' | "#
                + "weir -C flows lytics auths create sendgrid -f - --yes -v --format json"),
        Deed(
            command: "weir -C flows lytics auths create sendgrid --label Typed --yes -v",
            typed: ["planted-typed"]),
        Deed(
            command: "weir -C flows lytics auths update Typed --yes -v", typed: ["planted-retyped"]),
        Deed(
            command: #"printf '{"label": "Piped", "config": {"apikey": "planted-again"}}' | "#
                + "weir -C flows lytics auths update Piped -f - --yes -v"),
        Deed(
            command:
                #"printf '{"label": "Hook", "config": {"username": "u", "password": "planted-p"}}'"#
                + " | weir -C flows lytics setup webhooks --auth-type basic_auth --auth-file -"
                + " --label Hooks --yes -v"),
        Deed(
            command:
                "weir -C flows lytics setup sendgrid --auth-type sendgrid --label Mails --yes -v",
            typed: ["planted-setup"]),
        Deed(
            command: #"printf '{"label": "X", "config": {"apikey": "planted-broken"' | "#
                + "weir -C flows lytics auths create sendgrid -f - --yes -v", status: 1),
        Deed(
            command:
                #"printf '{"label": 5, "apikey": "planted-stray", "config": {"apikey": "planted"}}'"#
                + " | weir -C flows lytics auths create sendgrid -f - --yes -v", status: 3),
        Deed(
            command: #"printf 'label: L\nconfig: { apikey: planted-file }\n' > ../given.yaml; "#
                + "weir -C flows lytics auths create sendgrid -f ../given.yaml --yes -v", status: 1),
        Deed(
            command: #"printf 'kind: lytics/auth\nid: b\nlabel: B\ntype: sendgrid\nconfig: "#
                + #"{ apikey: planted-bare }\n' > flows/b.yaml; weir -C flows validate; "#
                + #"status=$?; rm flows/b.yaml; exit $status"#, status: 3),
        Deed(command: "weir -C flows lytics auths list --show-tokens -v --format json"),
        Deed(command: "weir -C flows lytics auths get Named Piped Typed -v"),
        Deed(
            command: "SAP_SHELL=bash weir ---completion lytics auths get -- positional@0 6 0 "
                + "weir -C flows lytics auths get '' && cat .cache/weir/names-*"),
        Deed(command: "weir -C flows ledger list --format json"),
        Deed(command: "weir -C flows lytics auths delete Named Piped Typed --yes -v"),
    ]

    @Test func `are in no output, no trace, no ledger and no cache`() async throws {
        try await withEmulator(apis: Catalog.emulated()) { url in
            let outer = FileManager.default.temporaryDirectory
                .appendingPathComponent("weir-planted-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: outer, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: outer) }
            let work = outer.appendingPathComponent("work")
            try FileManager.default.moveItem(at: try TranscriptFolder.make(), to: work)
            var variables = TranscriptFolder.variables(url)
            variables["MAIL_KEY"] = "planted-environment"
            let shell = Shell(folder: work, variables: variables)
            for deed in Self.deeds {
                let ending = try await shell.run(deed.command, typing: deed.typed)
                let output = ending.output.joined(separator: "\n")
                #expect(!output.contains("planted"), "$ \(deed.command)\n\(output)")
                #expect(ending.status == deed.status, "$ \(deed.command)\n\(output)")
            }
            let found = try await shell.run("grep -r -a -l planted .")
            #expect(found.output == [])
        }
    }
}

import ArgumentParser

/// `weir key`: the key of the digests by which changed secrets are known.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show, make, export and rotate the key of digests.",
        discussion: """
            The ledger keeps no secret, only a digest of each that was applied, made with a key. \
            The key is WEIR_KEY (at least 32 characters), else the file ~/.config/weir/key, which \
            the first apply of a secret makes. Every machine that plans and applies a project \
            needs the same one:

              export WEIR_KEY="$(weir key export)"    # or a secret of your CI
              weir key show
            """,
        subcommands: [
            KeyShowCommand.self, KeyNewCommand.self, KeyExportCommand.self, KeyRotateCommand.self,
        ])
}

/// `weir key show`: fingerprints, and which ledgers were made with them.
struct KeyShowCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the fingerprints of keys; no key is printed.",
        discussion: """
            A row a key, the one that is used first: its fingerprint, where it is, and the \
            environments of the project here whose ledger it made the digests of.
            """)
    static let examples = ["key show", "key show --env production"]

    @OptionGroup var global: GlobalOptions

    func run() async throws { try await global.session().run { try await $0.showKeys() } }
}

/// `weir key new`: makes a key file.
struct KeyNewCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a key file; refused where the ledger needs the old one.",
        discussion: """
            A key file from before stays beside the new one. Where the ledger of the project here \
            depends on it, rotate instead.
            """)
    static let examples = ["key new", "-C journeys key new"]

    @OptionGroup var global: GlobalOptions

    func run() async throws { try await global.session().run { try await $0.makeKey() } }
}

/// `weir key export`: prints the key; nothing else does.
struct KeyExportCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the key itself, for WEIR_KEY on another machine.",
        discussion: """
            Whoever has the key and the ledger can try out what a secret is: keep it as one.

              export WEIR_KEY="$(weir key export)"
            """)
    static let examples = ["key export", "-C journeys key export"]

    @OptionGroup var global: GlobalOptions

    func run() async throws { try await global.session().run { try await $0.exportKey() } }
}

/// `weir key rotate`: gives the ledger of an environment another key.
struct KeyRotateCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Give the ledger of an environment another key.",
        discussion: """
            Proves with the old key that the secrets of now are those that were applied, and \
            makes their digests anew, under the lock of the ledger. The new key is WEIR_KEY; \
            without it, a new key file, and the old one stays beside it. The old key is \
            WEIR_OLD_KEY, else a key file of this machine.

              export WEIR_OLD_KEY="$WEIR_KEY" WEIR_KEY="$(openssl rand -hex 32)"
              weir key rotate --env production && weir key export
            """)
    static let examples = [
        "key rotate --env production", "key rotate --env production --forget-digests",
    ]

    @OptionGroup var global: GlobalOptions
    @Flag(help: "The old key is lost: the next apply writes every secret once more.")
    var forgetDigests = false

    func run() async throws {
        try await global.session().run {
            try await $0.rotateKey(forgetDigests ? .forgotten : .proven)
        }
    }
}

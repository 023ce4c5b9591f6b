public import Diagnostics

/// What the rules for `weir.yaml` and environments ask for, and why.
public enum SettingsExplanations {
    /// One for each code.
    public static let all: [Explanation] = [
        Explanation(
            code: "project/no-folder",
            text: "The folder given with `-C` exists. Without it, the project is the current "
                + "folder."),
        Explanation(
            code: "project/none",
            text: "A project is a folder with a `weir.yaml` whose `kind` is `weir/project`. "
                + "`weir init` writes one."),
        Explanation(
            code: "project/second",
            text: "A project has exactly one `weir/project` document. A second one is a project "
                + "of its own and belongs into another folder.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                ---
                kind: weir/project
                name: second
                """),
        Explanation(
            code: "project/name",
            text: "A project has a `name` of letters, digits, `_` and `-`. The ledger keeps "
                + "everything under it, so it stays the same when the folder moves.",
            example: """
                kind: weir/project
                name: a b
                """),
        Explanation(
            code: "project/unknown-key",
            text: "Our own maps take our own keys only, so that a typing mistake is not "
                + "silently ignored.",
            example: """
                kind: weir/project
                name: example
                accuonts: {}
                """),
        Explanation(
            code: "project/type",
            text: "A key of ours holds what it is for: a map, a list, a text. The message says "
                + "which.",
            example: """
                kind: weir/project
                name: example
                vars: [a]
                """),
        Explanation(
            code: "project/unsupported",
            text: "This is part of the design and not yet of this version. It is an error "
                + "rather than ignored, so that nobody relies on it.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                guards: { max_deletes: 0 }
                """),
        Explanation(
            code: "project/account",
            text: "An account's name is the first part of addresses: letters, digits, `_` and "
                + "`-`.",
            example: """
                kind: weir/project
                name: example
                accounts: { "a b": { platform: lytics } }
                """),
        Explanation(
            code: "project/no-platform",
            text: "An account says which platform it is on, unless it is named after it.",
            example: """
                kind: weir/project
                name: example
                accounts: { main: {} }
                """),
        Explanation(
            code: "project/unknown-platform",
            text: "An account is on a platform that this version knows.",
            example: """
                kind: weir/project
                name: example
                accounts: { main: { platform: lyticz } }
                """),
        Explanation(
            code: "project/url",
            text: "A base URL begins with `https://` or `http://`, has a host and perhaps a "
                + "path, and is not secret. Without one in the entry, the platform's own "
                + "variable or its public address is used.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: { url: api.lytics.io } }
                """),
        Explanation(
            code: "project/token",
            text: "A token is a whole `${secret.NAME}`. Written out it would be in the "
                + "repository for good.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: { token: abc } }
                """),
        Explanation(
            code: "project/option",
            text: "A word of ours is one of those listed in the message.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: { wire: pigeon } }
                """),
        Explanation(
            code: "project/ledger",
            text: "A ledger is the path of a file, relative to the project's folder.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                ledger: "https://host/ledger"
                """),
        Explanation(
            code: "project/unset",
            text: "An environment variable in `${env.NAME}` is set, or the expression has a "
                + "default: `${env.NAME:-default}`.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                vars: { a: "${env.WEIR_EXAMPLE_UNSET}" }
                """),
        Explanation(
            code: "project/no-environment",
            text: "A project with environments is always used with one of them: `--env`, then "
                + "`WEIR_ENV`, then `default_environment`. Nothing happens to production "
                + "because somebody forgot to say where.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                ---
                kind: weir/environment
                id: production
                """),
        Explanation(
            code: "project/unknown-environment",
            text: "The environment that is asked for exists: a document of the kind "
                + "`weir/environment` with that `id`.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                default_environment: staging
                """),
        Explanation(
            code: "project/unknown-address",
            text: "`only` and `except` of an environment name documents that exist. A pattern "
                + "with `*` may match none.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                default_environment: live
                ---
                kind: weir/environment
                id: live
                except: [lytics/flow/none]
                """),
        Explanation(
            code: "project/empty-pattern",
            text: "A pattern in `only` or `except` that matches no document is probably a "
                + "typing mistake; it changes nothing.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                default_environment: live
                ---
                kind: weir/environment
                id: live
                except: ["lytics/job/*"]
                """),
        Explanation(
            code: "project/patch",
            text: "A patch changes fields that exist: its paths go through maps and lists whose "
                + "elements have names, `steps.wait.delay`. Lists without names are replaced as "
                + "a whole. All environments are checked, whichever is chosen.",
            example: """
                kind: weir/project
                name: example
                accounts: { lytics: {} }
                default_environment: live
                ---
                kind: weir/environment
                id: live
                patch: { lytics/flow/example: { label.x: 1 } }
                ---
                kind: lytics/flow
                id: example
                label: Example
                """),
        Explanation(
            code: "project/path",
            text: "A path is names with dots between them, `steps.wait.delay`; a name with "
                + "other characters stands in double quotes.",
            example: """
                kind: lytics/flow
                id: example
                label: Example
                weir: { ignore: ["a..b"] }
                """),
    ]
}

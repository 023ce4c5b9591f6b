package import Diagnostics

/// The codes for `weir.yaml` and environments.
package enum SettingsCode: String, ExplainedCode {
    case noFolder = "project/no-folder"
    case none = "project/none"
    case second = "project/second"
    case name = "project/name"
    case unknownKey = "project/unknown-key"
    case unsupported = "project/unsupported"
    case account = "project/account"
    case noPlatform = "project/no-platform"
    case unknownPlatform = "project/unknown-platform"
    case url = "project/url"
    case emptyURL = "project/empty-url"
    case insecure = "project/insecure-url"
    case token = "project/token"
    case unlistedSecret = "project/unlisted-secret"
    case ledger = "project/ledger"
    case unset = "project/unset"
    case secretVariable = "project/secret-variable"
    case noEnvironment = "project/no-environment"
    case unknownEnvironment = "project/unknown-environment"
    case unknownAddress = "project/unknown-address"
    case emptyPattern = "project/empty-pattern"
    case patch = "project/patch"
    case path = "project/path"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .noFolder:
            Meaning(
                "The folder given with `-C` exists. Without it, the project is the current "
                    + "folder.")
        case .none:
            Meaning(
                "A project is a folder with a `weir.yaml` whose `kind` is `weir/project`. "
                    + "`weir init` writes one.")
        case .second:
            Meaning(
                "A project has exactly one `weir/project` document. A second one is a project "
                    + "of its own and belongs into another folder.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    ---
                    kind: weir/project
                    name: second
                    """)
        case .name:
            Meaning(
                "A project has a `name` of letters, digits, `_` and `-`. The ledger keeps "
                    + "everything under it, so it stays the same when the folder moves.",
                example: """
                    kind: weir/project
                    name: a b
                    """)
        case .unknownKey:
            Meaning(
                "Our own maps take our own keys only, so that a typing mistake is not "
                    + "silently ignored.",
                example: """
                    kind: weir/project
                    name: example
                    accuonts: {}
                    """)
        case .unsupported:
            Meaning(
                "This is part of the design and not yet of this version. It is an error "
                    + "rather than ignored, so that nobody relies on it.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    guards: { max_deletes: 0 }
                    """)
        case .account:
            Meaning(
                "An account's name is the first part of addresses: letters, digits, `_` and "
                    + "`-`.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { "a b": { platform: lytics } }
                    """)
        case .noPlatform:
            Meaning(
                "An account says which platform it is on, unless it is named after it.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { main: {} }
                    """)
        case .unknownPlatform:
            Meaning(
                "An account is on a platform that this version knows.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { main: { platform: lyticz } }
                    """)
        case .url:
            Meaning(
                "A base URL begins with `https://` or `http://`, has a host and perhaps a "
                    + "path, and is not secret. Without one in the entry, the platform's own "
                    + "variable or its public address is used.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: { url: api.lytics.io } }
                    """)
        case .emptyURL:
            Meaning(
                "A variable that an account's URL is read from is set and has no value. Falling "
                    + "back to the platform's public address would send the token to a server that "
                    + "nobody meant, so it is an error: give it the URL, or unset it.")
        case .insecure:
            Meaning(
                "A token goes over `http://` only to this machine. `insecure: true` in the "
                    + "account allows it for a server in a network of your own; whoever sees the "
                    + "traffic can then use the token.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: { url: "http://api.example" } }
                    """)
        case .token:
            Meaning(
                "A token is a whole `${secret.NAME}`. Written out it would be in the "
                    + "repository for good.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: { token: abc } }
                    """)
        case .unlistedSecret:
            Meaning(
                "Where `secrets` has `names`, the project can ask for these secrets and no other: "
                    + "a change of a document cannot reach further into the environment. The "
                    + "tokens of accounts are among them.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    secrets: { names: [OTHER] }
                    """)
        case .ledger:
            Meaning(
                "A ledger is the path of a file, relative to the project's folder.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    ledger: "https://host/ledger"
                    """)
        case .secretVariable:
            Meaning(
                "`${env.X}` is shown as it is in plans, messages and files. A variable that holds "
                    + "an account's token, or that some `${secret.X}` names, never stands there.",
                example: """
                    kind: lytics/flow
                    id: welcome
                    label: "${env.LYTICS_API_TOKEN}"
                    """)
        case .unset:
            Meaning(
                "An environment variable in `${env.NAME}` is set, or the expression has a "
                    + "default: `${env.NAME:-default}`.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    vars: { a: "${env.WEIR_EXAMPLE_UNSET}" }
                    """)
        case .noEnvironment:
            Meaning(
                "A project with environments is always used with one of them: `--env`, then "
                    + "`WEIR_ENV`, then `default_environment`. Nothing happens to production "
                    + "because somebody forgot to say where.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    ---
                    kind: weir/environment
                    id: production
                    """)
        case .unknownEnvironment:
            Meaning(
                "The environment that is asked for exists: a document of the kind "
                    + "`weir/environment` with that `id`.",
                example: """
                    kind: weir/project
                    name: example
                    accounts: { lytics: {} }
                    default_environment: staging
                    """)
        case .unknownAddress:
            Meaning(
                "`only` and `except` of an environment name documents that exist. A pattern "
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
                    """)
        case .emptyPattern:
            Meaning(
                "A pattern in `only` or `except` that matches no document is probably a "
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
                    """)
        case .patch:
            Meaning(
                "A patch changes fields that exist: its paths go through maps and lists whose "
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
                    """)
        case .path:
            Meaning(
                "A path is names with dots between them, `steps.wait.delay`; a name with "
                    + "other characters stands in double quotes.",
                example: """
                    kind: lytics/flow
                    id: example
                    label: Example
                    weir: { ignore: ["a..b"] }
                    """)
        }
    }
}

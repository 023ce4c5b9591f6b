import Documents

/// The files that `weir init` writes: a small project that works and says what to change.
public enum ProjectTemplate {
    /// The path and text of each file of a new project; the first line of a document names the
    /// schema that an editor checks it by.
    public static func files(_ name: String) -> [(path: String, text: String)] {
        [
            ("weir.yaml", modeline("weir.project") + weir(name)),
            ("environments/sandbox.yaml", modeline("weir.environment", depth: 1) + sandbox),
            ("environments/production.yaml", modeline("weir.environment", depth: 1) + production),
            ("lytics/auths.yaml", modeline("lytics.auth", depth: 1) + auths),
            ("lytics/connections.yaml", modeline("lytics.connection", depth: 1) + connections),
            ("lytics/jobs.yaml", modeline("lytics.job", depth: 1) + jobs),
            ("lytics/flows/welcome.yaml", modeline("lytics.flow", depth: 2) + welcome),
            (secrets, madeUp),
            (".gitignore", ".env\n.weir/\n"),
            ("README.md", readme(name)),
        ]
    }

    /// The file of a new project that holds secrets; one that is there stays as it is.
    public static let secrets = ".env"

    /// Where a new project keeps the schemas of its documents.
    public static let schemas = ".weir/schemas"

    private static func modeline(_ schema: String, depth: Int = 0) -> String {
        let root = String(repeating: "../", count: depth)
        return "# yaml-language-server: $schema=\(root)\(schemas)/\(schema).json\n"
    }

    private static func weir(_ name: String) -> String {
        """
        # Everything below this folder that has a `kind:` belongs to the project.
        kind: weir/project
        name: \(plain(name))

        # Used where neither --env nor WEIR_ENV says otherwise.
        default_environment: sandbox

        accounts:
          lytics:
            platform: lytics
            url: ${env.LYTICS_API_URL:-https://api.lytics.io}
            token: ${secret.LYTICS_API_TOKEN}

        # Secrets are read from the process environment first, then from this file, which stays out
        # of git. A password manager works too: `command: [op, read, "op://crm/{name}"]`.
        secrets:
          dotenv: .env

        # Values that differ between environments, used as `${var.campaign}`.
        vars:
          campaign: welcome-test

        """
    }

    /// The name with everything else made `-`, as a project's name must be.
    private static func plain(_ name: String) -> String {
        let letters = name.map { String($0).isName ? $0 : "-" }
        return letters.contains { $0 != "-" } ? "\"\(String(letters))\"" : "journeys"
    }

    private static let sandbox = """
        # Where journeys are tried out. What the patch does not start arrives inactive.
        kind: weir/environment
        id: sandbox

        accounts:
          lytics:
            # This machine, where `weir emulate --port 8400` serves what Lytics does. With an account
            # to try things out in, remove these lines and put its token into `.env`.
            url: ${env.LYTICS_API_URL:-http://127.0.0.1:8400}

        """

    private static let madeUp = """
        # Read as weir.yaml says, and left out of git. These are made up, for `weir emulate`: put your
        # own here.
        LYTICS_API_TOKEN=at.made-up.for-the-emulator
        BRAZE_API_KEY=made-up-key-of-braze
        WAREHOUSE_KEY=made-up-key-of-the-warehouse

        """

    private static let production = """
        # The real thing: `weir plan --env production`.
        kind: weir/environment
        id: production

        vars:
          campaign: welcome

        accounts:
          lytics:
            token: ${secret.LYTICS_PRODUCTION_TOKEN}

        # A patch names a resource by its address and its fields by their paths. Nothing is started
        # until it is written here; remove the `#` when the journey is ready.
        # patch:
        #   lytics/job/braze_welcome: { status: running }
        #   lytics/flow/welcome: { state: running, steps.wait.delay: 48h }

        """

    private static let auths = """
        # Who we are to the system that sends the messages. Its key is a secret, never written here.
        kind: lytics/auth
        id: braze
        type: braze_api_key
        label: Braze
        description: Sends the welcome
        config:
          api_key: ${secret.BRAZE_API_KEY}
          rest_endpoint: https://rest.iad-01.braze.com
        ---
        kind: lytics/auth
        id: warehouse
        type: google_service_account
        label: Warehouse
        description: Reads the customer table
        config:
          service_account_key: ${secret.WAREHOUSE_KEY}

        """

    private static let connections = """
        # Where customers come from.
        kind: lytics/connection
        id: warehouse
        label: Customer warehouse
        description: One row a customer, refreshed every night
        provider_slug: bigquery
        auth_ids:
          - "${auth/warehouse}"
        config:
          dataset: crm

        """

    private static let jobs = """
        # What sends a message. Jobs are made stopped; `status: running` in an environment starts them.
        kind: lytics/job
        id: braze_welcome
        name: Braze welcome
        workflow: braze_export
        auth_ids:
          - "${auth/braze}"
        config:
          segment_id: "${segment/new_signups}"
          campaign: ${var.campaign}

        """

    private static let welcome = """
        # The journey. It arrives as a draft; `state: running` in an environment starts it.
        kind: lytics/flow
        id: welcome
        label: Welcome
        description: A first touch for new sign-ups
        entry_segment_id: "${segment/new_signups}"
        entry_condition: on_segment_entry
        reentry_allowed: false
        steps:
          - slug: wait
            label: Wait a day
            type_hint: delay
            delay: 24h
            next: send
          - slug: send
            label: Send the welcome
            type_hint: work_export
            work_id: "${job/braze_welcome}"
            next: end

        """

    private static func readme(_ name: String) -> String {
        """
        # \(name)

        Customer journeys as files, carried out by Weir.

            weir validate          # checks everything here, without any request
            weir emulate --port 8400 &
            weir plan              # shows what would change in the sandbox: what is emulated here
            weir apply             # changes it, after asking
            weir plan --env production

        - `weir.yaml`: accounts, secrets, variables.
        - `environments/`: what differs between the sandbox and production.
        - `lytics/`: the journeys, and what they send with.
        - `.weir/schemas`: what editors check the files by; `weir schema --out .weir/schemas` writes
          them again, also in a fresh clone.

        Secrets go into `.env` (which git ignores; it has made-up ones) or into the environment:
        `LYTICS_API_TOKEN`,
        `LYTICS_PRODUCTION_TOKEN`, `BRAZE_API_KEY`, `WAREHOUSE_KEY`.

        """
    }
}

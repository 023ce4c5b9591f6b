import Emulation
import Foundation
import Platforms
import Testing

@testable import Commands

/// What commands print as JSON fits the schema that `weir schema` prints, in an ordinary validator.
@Suite struct `the JSON of commands` {
    /// The words of a command, and what stands behind them; one story, in this order.
    private static let commands: [(words: String, rest: String)] = [
        ("graph", "flow/win_back flow/subject_line_test"),
        ("lytics flows list", ""), ("lytics flows get", "welcome_series win_back"),
        ("lytics flows states", ""), ("lytics flows create", "-f draft.yaml --yes"),
        ("lytics flows update", "draft -f other.yaml --yes"),
        ("lytics flows work create", "draft send -f work.json --yes"),
        ("lytics flows work publish", "draft send --yes"),
        ("lytics flows start", "draft --yes"), ("lytics flows drain", "draft --yes"),
        ("lytics flows delete", "draft --yes"),
        ("lytics jobs list", "--show-all --show-state"),
        ("lytics jobs get", "braze_welcome vip_alert"), ("lytics jobs logs", "braze_welcome"),
        ("lytics jobs pause", "braze_welcome --yes"),
        ("lytics jobs resume", "braze_welcome --yes"),
        ("lytics jobs bounce", "braze_welcome --yes"),
        ("lytics jobs release", "braze_welcome --yes"),
        ("lytics jobs create", "-f job.json --yes"),
        ("lytics jobs update", "Mine -f change.yaml --workflow braze_export --yes"),
        ("lytics jobs kill", "Mine --yes"),
        ("lytics connections list", ""), ("lytics connections get", "warehouse"),
        ("lytics connections scan", "warehouse"), ("lytics connections schema", "warehouse"),
        ("lytics connections schema", "warehouse orders"),
        ("lytics providers list", ""), ("lytics workflows list", ""),
        ("lytics auths list", "--show-tokens"), ("lytics auths get", "braze alerts"),
        ("lytics auths create", "webhook_no_auth --label Plain --yes"),
        ("lytics auths update", "Plain --yes"),
        ("lytics setup", "webhooks --auth Plain --label Hooks --yes"),
        ("lytics connections create", "-f connection.json --yes"),
        ("lytics connections update", "Hooks -f change.yaml --yes"),
        ("lytics connections delete", "Hooks --yes"), ("lytics auths delete", "Plain --yes"),
    ]

    /// Those of Frontline, which are told without a project that names it.
    private static let frontline: [(words: String, rest: String)] = [
        ("frontline agents create", "--name Desk --yes"),
        ("frontline agents list", ""), ("frontline agents get", "Desk"),
        ("frontline agents update", "Desk --name Support --yes"),
        ("frontline agents settings get", "Support"),
        ("frontline agents settings update", "Support -f setting.yaml --yes"),
        ("frontline agents deploy", "Support --offline false --yes"),
        ("frontline variables create", "--name order_number --yes"),
        ("frontline variables list", ""),
        ("frontline variables update", "order_number --description Mine --yes"),
        ("frontline variables delete", "order_number --yes"),
        ("frontline intents create", "--name orders --phrases Where? --yes"),
        ("frontline intents list", ""),
        ("frontline intents update", "orders --description Mine --yes"),
        ("frontline intents delete", "orders --yes"),
        ("frontline flows create", "--name Second --yes"),
        ("frontline flows list", ""), ("frontline flows get", "Start --include-nodes"),
        ("frontline flows nodes create", "--flow Start -f node.json --yes"),
        ("frontline flows nodes update", "hello --flow Start -f change.json --yes"),
        ("frontline flows nodes list", "--flow Start"),
        ("frontline flows edges add", "--flow Start --source Start --target hello --yes"),
        ("frontline flows edges list", "--flow Start"),
        ("frontline flows graph", "Start"),
        ("frontline flows update", "Start --status ACTIVE --yes"),
        ("frontline doctor", ""),
        ("frontline flows edges remove", "--flow Start --source Start --yes"),
        ("frontline flows nodes delete", "hello --flow Start --yes"),
        ("frontline flows delete", "Second --yes"),
        ("frontline capture", "data.total -f response.json"),
        ("frontline agents delete", "--yes"),
    ]

    /// Those of 10ex, which are told without a project too; `{RUN}` is the id of a run.
    private static let tenex: [(words: String, rest: String)] = [
        ("tenex templates list", ""), ("tenex templates get", "lead-scoring"),
        ("tenex templates create", "lead-scoring --name Score --yes"),
        ("tenex workflows create", "-f look.yaml --yes"),
        ("tenex workflows list", ""), ("tenex workflows get", "Look Score"),
        ("tenex workflows update", "Look -f longer.yaml --yes"),
        ("tenex versions list", "Look"), ("tenex versions get", "Look 1"),
        ("tenex versions archive", "Look 1 --yes"),
        ("tenex workflows activate", "Look --yes"),
        ("tenex workflows trigger", "Look --payload lead=a --yes"),
        ("tenex runs start", "Look --yes"), ("tenex runs list", "--workflow Look"),
        ("tenex runs get", "{RUN}"), ("tenex runs trace", "{RUN}"),
        ("tenex runs pause", "{RUN} --yes"), ("tenex runs resume", "{RUN} --yes"),
        ("tenex runs cancel", "--workflow Look --yes"),
        ("tenex runs start", "Quick --follow --yes"),
        ("tenex runs watch", "{LAST}"),
        ("tenex triggers create", "-f trigger.yaml --workflow Look --yes"),
        ("tenex triggers list", ""), ("tenex triggers get", "Lead"),
        ("tenex triggers update", "Lead -f change.trigger.yaml --yes"),
        ("tenex triggers enable", "Lead --yes"), ("tenex triggers disable", "Lead --yes"),
        ("tenex triggers delete", "Lead --yes"),
        ("tenex workflows pause", "Look --yes"), ("tenex workflows archive", "Look --yes"),
        ("tenex doctor", ""),
        (
            "tenex webhooks verify",
            "--signature sha256=\(signature) empty.json"
        ),
    ]

    /// The signature of nothing with the secret `whsec`.
    private static let signature =
        "30b8ae759085dd8ae9890354d6a941d37f53008e834e2e4a819d9fc155e99438"

    private static let flow = """
        label: Draft
        entry_segment_id: new_signups
        steps:
          - { slug: send, label: Send, type_hint: work_export, work_config: {}, next: end }

        """

    private static func look(_ name: String, _ type: String, _ config: String) -> String {
        """
        name: \(name)
        inputs: [{ name: lead, type: string }]
        steps:
          - { key: one, type: \(type), config: \(config) }

        """
    }

    private static let files = [
        "change.yaml": "description: d\n", "draft.yaml": "id: draft\n" + flow,
        "other.yaml": flow.replacing("Draft", with: "Other"),
        "work.json": #"{"workflow": "webhook_triggers", "config": {"webhook_url": "https://x"}}"#,
        "job.json": #"{"name": "Mine", "workflow": "braze_export", "config": {}}"#,
        "connection.json": #"{"label": "Another", "provider_slug": "webhooks"}"#,
        "setting.yaml": "temperature: 0.2\n",
        "node.json": #"{"name": "hello", "type": "SAY_AI", "#
            + #""data": {"type": "SAY_AI", "sayWithAi": false, "message": "Hello!"}}"#,
        "change.json": #"{"data": {"message": "Good day!"}}"#,
        "response.json": #"{"data": {"total": 1}}"#,
        "look.yaml": look("Look", "wait", "{ duration: 3d }"),
        "quick.yaml": look("Quick", "agent", "{ agent_slug: growth-audit }"),
        "longer.yaml": "steps:\n  - { key: one, type: wait, config: { duration: 4d } }\n",
        "trigger.yaml": "{ name: Lead, source: crm, event_type: lead.created }\n",
        "change.trigger.yaml": "input_mapping: { lead: x }\n", "empty.json": "",
    ]

    @Test func `is checked for every command that has a schema`() {
        // What belongs to an agent stands below `agents` as well, and is the same command.
        let documented = Set(OutputSchema.all().map { $0.words.joined(separator: " ") })
            .filter { words in
                ![
                    "frontline agents flows ", "frontline agents variables ",
                    "frontline agents intents ", "tenex workflows versions ",
                ].contains { words.hasPrefix($0) }
            }
        let checked = Set((Self.commands + Self.frontline + Self.tenex).map(\.words))
        #expect(documented.subtracting(checked).sorted() == [])
    }

    @Test func `is as its schema says`() async throws {
        try await withEmulator(apis: Catalog.emulated()) { url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            for (name, text) in Self.files {
                try Data(text.utf8).write(to: work.appendingPathComponent(name))
            }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            _ = try await shell.run("weir -C flows apply --yes")
            for (words, rest) in Self.commands {
                let ending = try await shell.run(Self.check("-C flows ", words, rest))
                let printed = ending.output.joined(separator: "\n")
                #expect(ending.status == 0, "weir \(words) \(rest)\n\(printed)")
            }
            for (words, rest) in Self.frontline {
                // An account of its own, which has no agents yet.
                let key = "export FRONTLINE_API_KEY=user.documented.secret; "
                let ending = try await shell.run(key + Self.check("", words, rest))
                let printed = ending.output.joined(separator: "\n")
                #expect(ending.status == 0, "weir \(words) \(rest)\n\(printed)")
            }
            try await Self.playTenex(shell)
        }
    }

    /// Plays the story of 10ex in a workspace of its own.
    private static func playTenex(_ shell: Shell) async throws {
        var shell = shell
        shell.variables["TENEX_API_KEY"] = "tnx_docs0001_secret"
        shell.variables["TENEX_WEBHOOK_SECRET"] = "whsec"
        _ = try await shell.run("weir tenex workflows create -f quick.yaml --yes")
        for (words, rest) in tenex {
            let filled = rest.replacing("{RUN}", with: newest("Look"))
                .replacing("{LAST}", with: newest("Quick"))
            let ending = try await shell.run(check("", words, filled))
            let printed = ending.output.joined(separator: "\n")
            #expect(ending.status == 0, "weir \(words) \(filled)\n\(printed)")
        }
    }

    /// What a shell takes for the id of a workflow's newest run.
    private static func newest(_ workflow: String) -> String {
        "$(weir tenex runs list --workflow \(workflow) --format json | "
            + "grep -m1 '\"id\"' | cut -d'\"' -f4)"
    }

    /// Prints nothing where the command succeeds and what it prints fits its schema.
    private static func check(_ place: String, _ words: String, _ rest: String) -> String {
        """
        weir \(place)\(words) \(rest) --format json >out.json 2>errors.txt &&
        weir schema \(words) >schema.json &&
        python3 -W ignore -m jsonschema -i out.json schema.json || { cat errors.txt; exit 1; }
        """
    }
}

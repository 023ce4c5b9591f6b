import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Platforms
import Projects
import Tenex

/// `weir tenex webhooks`: what 10ex sends to others.
struct TenexWebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Check what a webhook of 10ex brought.",
        subcommands: [TenexWebhooksVerifyCommand.self])
}

/// `weir tenex webhooks verify --signature …`: whether a webhook is from the workspace.
struct TenexWebhooksVerifyCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the signature of a webhook's body.",
        discussion: """
            The secret is the workspace's, read as TENEX_WEBHOOK_SECRET from where the project \
            keeps its secrets, or from the environment; never from the command line.
            """)

    static let examples = [
        "tenex webhooks verify body.json --signature sha256=0a1b",
        "tenex webhooks verify --signature sha256=0a1b",
    ]
    static let output = OutputSchema.object([
        .init("fits", "boolean", "Whether the signature fits the body and the secret."),
        .init("id", "string", "The event's id."),
        .init("type", "string", "The event's type."),
    ])

    /// The secret's name.
    static let secretName = "TENEX_WEBHOOK_SECRET"

    @OptionGroup var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions
    @Option(help: "The header `X-10ex-Signature`: `sha256=` and 64 hexadecimal digits.")
    var signature: String
    @Argument(help: "The body as it came, byte for byte; standard input by default.")
    var file: String = "-"

    func run() async throws {
        try await global.session().run { session in
            guard let signature = TenexSignature(signature) else {
                throw Failure(
                    .wrongUsage,
                    .error(
                        TenexCommandCode.signature,
                        "`--signature` is `sha256=` and 64 hexadecimal digits",
                        help: "give the value of the header `X-10ex-Signature`"))
            }
            let secret = try await session.tenexWebhookSecret()
            let body = try session.payload(file, of: .trigger).source.bytes
            let verdict = TenexVerdict(fits: signature.fits(body, secret), body: body)
            session.console.data(reading.format.show(verdict, style: session.style()))
            return verdict.fits ? .done : .failed
        }
    }
}

/// What a check of a signature found.
struct TenexVerdict: Showable {
    let fits: Bool
    let event: TenexWebhookEvent

    /// Reads the event; a body that is none may still be signed.
    init(fits: Bool, body: [UInt8]) {
        self.fits = fits
        event = TenexWebhookEvent(fits ? (try? JSON.parse(body)) ?? .null : .null)
    }

    func text(_ style: TextStyle) -> String {
        guard fits else {
            return style.paint("the signature does not fit", .red)
                + ": the body was changed, or the secret is of another workspace\n"
        }
        let type = event.type.text.map { " of type \($0)" } ?? ""
        let id = event.id.text.map { ": event \($0)\(type)" } ?? ""
        return style.paint("the signature fits", .green) + "\(id)\n"
    }

    var json: Value {
        ["fits": .bool(fits), "id": event.id, "type": event.type]
    }
}

extension Session {
    /// The workspace's webhook secret, from where the project keeps secrets; needs no account.
    fileprivate func tenexWebhookSecret() async throws -> Secret {
        let name = TenexWebhooksVerifyCommand.secretName
        var request = ProjectRequest(
            directory: directory, environment: environment, variables: variables, catalog: .all)
        request.extent = .settings
        let settings = URL(fileURLWithPath: directory, isDirectory: true)
            .appendingPathComponent("weir.yaml").path
        if !FileManager.default.fileExists(atPath: settings) {
            request.extent = .account(platform: "tenex")
            request.variables["WEIR_ENV"] = nil
        }
        let load = await Project.load(request)
        show(load.report, load.sources)
        guard let project = load.project else { throw Failure(.invalidProject) }
        let vault = try vault(of: project)
        return try await asking(project) { try await vault.secret(name) }
    }
}

import Documents
import Foundation
import Platforms
import Reconciling
import Testing

@testable import Commands

/// A platform that repeats the token and every secret wherever it can.
@Suite struct `A platform that repeats secrets` {
    private static let secrets = [
        "token": Desk.token, "BRAZE": "brz\"A\\ze/+%41 \u{E9}-9f3a7c1d2e8b",
        "WAREHOUSE": #"{"type":"service_account","private_key":"-----BEGIN\nMIIEvQIBADANBgkq\n"}"#,
    ]

    /// Answers some requests with texts that hold secrets.
    private struct Echo: Transport {
        let inner: any Transport
        let method: Request.Method
        let words: String
        let isText: Bool

        func send(_ request: WireRequest) async throws(TransportError) -> Answer {
            guard request.method == method, request.path.dropFirst().first == "auth" else {
                return try await inner.send(request)
            }
            guard !isText else {
                return Answer(status: 400, headers: [:], bytes: Array(words.utf8))
            }
            return Answer(status: 400, body: ["status": 400, "message": .text(words)])
        }
    }

    /// The ways to repeat a secret.
    private static func forms(_ secret: String) -> [String] {
        let data = Data(secret.utf8)
        return [
            secret, Value.text(secret).canonicalJSON, String(secret.dropLast()),
            secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "",
            data.base64EncodedString(), (Data([97]) + data).base64EncodedString(),
            (Data([97, 98]) + data).base64EncodedString(),
        ]
    }

    private static func desk(_ method: Request.Method, _ form: Int, isText: Bool) throws -> Desk {
        let words = secrets.values.sorted().map { forms($0)[form] }.joined(separator: " ; ")
        let shown = "no: \u{1B}[2J\n::error::x \(words)"
        let desk = try Desk(
            variables: [
                "BRAZE": secrets["BRAZE"] ?? "", "WAREHOUSE": secrets["WAREHOUSE"] ?? "",
                "WEIR_KEY": "a-key-of-the-desk-that-is-long-enough",
            ],
            between: { Echo(inner: $0, method: method, words: shown, isText: isText) })
        try desk.write(
            "auths.yaml",
            """
            kind: lytics/auth
            id: braze
            label: Braze
            type: braze_api_key
            config: { api_key: "${secret.BRAZE}" }
            ---
            kind: lytics/auth
            id: warehouse
            label: Warehouse
            type: google_service_account
            config: { service_account_key: "${secret.WAREHOUSE}" }
            """)
        return desk
    }

    /// Whether a text shows ten letters of what is secret.
    private static func shows(_ text: String) -> [String] {
        (secrets.values.filter { !$0.hasPrefix("{") } + ["MIIEvQIBADANBgkq"]).flatMap { secret in
            forms(secret).filter { form in
                let letters = Array(form)
                return (2..<max(3, letters.count - 11)).contains { start in
                    text.contains(String(letters[start..<min(start + 10, letters.count)]))
                }
            }
        }
    }

    private static let commands: [[String]] = [
        ["plan"], ["plan", "--format", "json"], ["apply", "--yes"],
        ["lytics", "auths", "list"], ["lytics", "auths", "get", "braze", "--format", "json"],
    ]

    @Test(arguments: 0..<7, [true, false])
    func `is told without them by every command`(_ form: Int, _ isText: Bool) async throws {
        for command in Self.commands {
            let method: Request.Method = command[0] == "apply" ? .post : .get
            let desk = try Self.desk(method, form, isText: isText)
            let status = try await desk.run(command + ["--verbose"])
            #expect(status != .done)
            let all = desk.talk + desk.data + (try desk.ledger())
            #expect(desk.talk.contains("‹secret›"), "\(command) \(desk.talk)")
            #expect(Self.shows(all) == [], "\(command) \(all)")
            #expect(!(desk.talk + desk.data).contains("\u{1B}"))
            #expect(!(desk.talk + desk.data).contains("\n::error"))
        }
    }

    @Test(arguments: 0..<7) func `is told without them to an assistant`(_ form: Int) async throws {
        let desk = try Self.desk(.get, form, isText: false)
        let session = desk.session
        let plan = try #require(
            MCPProjectTools(session: session).all.first { $0.name == "plan" })
        session.console.message(await plan.call([:]).answer)
        let message = try JSON.parse(desk.data).canonicalJSON
        #expect(message.contains("‹secret›"))
        #expect(Self.shows(message) == [])
    }

    @Test func `shows no credential that only it has`() async throws {
        let desk = try Desk()
        let config: Value = [
            "password": "live-PASSWORD-0123", "count": 12,
            "headers": [["key": "Authorization", "value": "Bearer live-BEARER-4567"]],
            "hook": "https://u:live-URL-89ab@hooks.example/x?token=live-QUERY-cdef&page=2",
        ]
        let id = try desk.make("job/braze-export", ["name": "Export", "config": config])
        for format in ["text", "json"] {
            #expect(try await desk.run("lytics", "jobs", "get", id, "--format", format) == .done)
        }
        #expect(!desk.data.contains("live-"), "\(desk.data)")
        #expect(desk.data.contains("Bearer ‹secret›"))
        #expect(desk.data.contains("hooks.example/x?token=‹secret›&page=2"))
    }
}

extension Desk {
    /// Everything that the ledger's files hold.
    fileprivate func ledger() throws -> String {
        let folder = URL(filePath: path).appending(path: ".weir")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try files.map { name in
            String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        }.joined()
    }
}

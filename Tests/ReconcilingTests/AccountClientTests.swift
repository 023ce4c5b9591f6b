import Diagnostics
import Documents
import Platforms
import Synchronization
import Testing

@testable import Reconciling

@Suite struct `A client of an account` {
    private let items = ShopRead.items

    private func problem(_ fault: Shop.Fault) async throws -> Diagnostic {
        var bench = try Bench()
        bench.bound = .zero
        bench.shop.fail(1, fault)
        do throws(ReconcilingError) {
            _ = try await bench.client.read(items)
        } catch {
            return error.diagnostic()
        }
        Issue.record("no error")
        return .error(AnyDiagnosticCode(recorded: ""), "")
    }

    @Test func `a refused token names the secret to check`() async throws {
        let problem = try await problem(
            .status(401, body: ["message": "Not authorized", "request_id": "r-9"]))
        #expect(problem.code == "account/not-authorized")
        #expect(problem.message == "`shop` rejected the token: Not authorized (401)")
        #expect(problem.notes == ["this was to read the items", "request id: r-9"])
        #expect(problem.help == "check the secret `SHOP_TOKEN`")
    }

    @Test func `a server that is down is named with the variable of its URL`() async throws {
        let problem = try await problem(.unreachable)
        #expect(problem.code == "account/unreachable")
        #expect(
            problem.message
                == "`http://shop.test` cannot be reached: the connection was refused")
        #expect(
            problem.help
                == "check `url` of account `shop` in weir.yaml, or the variable `SHOP_URL`")
    }

    @Test func `a redirect is not followed but shown`() async throws {
        let problem = try await problem(.status(301, headers: ["location": "http://b.test"]))
        #expect(problem.code == "account/redirect")
        #expect(problem.message == "`http://shop.test` redirects to `http://b.test` (301)")
    }

    @Test func `a body that is not JSON is told by its status and type, and never shown`()
        async throws
    {
        let problem = try await problem(.status(200, text: "<html>\n<title>Hi</title>"))
        #expect(problem.code == "account/not-json")
        #expect(
            problem.message == "`http://shop.test` answered 200 with something that is not JSON")
        #expect(!problem.notes.joined().contains("html"))
    }

    @Test(arguments: [
        (404, "account/not-found"), (405, "account/not-found"), (403, "apply/refused"),
        (400, "apply/refused"), (500, "account/server-error"),
    ])
    func `every refusal has a code of its own`(status: Int, code: String) async throws {
        let problem = try await problem(.status(status, body: ["message": "no"]))
        #expect(problem.code == code)
        #expect(problem.message.contains("refused to read the items: no (\(status))"))
    }

    @Test(arguments: [
        (403, "apply/refused"), (429, "account/too-many-requests"),
        (500, "account/server-error"),
    ])
    func `a refusal of an operation speaks of no apply`(status: Int, code: String) throws {
        let error = ReconcilingError(
            .refused(PlatformError(status: status, message: "no")), doing: "list the items",
            account: try Bench().client.account)
        let problem = error.diagnostic(while: .operating)
        #expect(problem.code == code)
        #expect(problem.help?.contains("recorded") == false)
    }

    @Test func `any success of a write counts, with or without a body`() async throws {
        for status in [200, 201, 202, 204] {
            let bench = try Bench()
            bench.shop.fail(1, .status(status))
            let wire = WireRequest(.post, ["items"], body: Array("{}".utf8))
            #expect(try await bench.client.exchange(wire, doing: "create it").value == .null)
        }
    }

    @Test(
        arguments: [
            (nil, "an empty body"), (.null, "`null`"), (true, "a truth value"), (7, "a number"),
            ("ok", "a text"), ([:], "an empty object"),
            (["error": "no", "status": 1], "an object with `error`, `status`"),
            (
                ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f g": 6],
                "an object with `a`, `b`, `c`, `d` and 2 more"
            ),
            ([["id": 1], "x"], "a list whose element 2 is a text"),
            ([["id": ""]], "a list whose element 1 is an object with `id`, but no `id`"),
        ] as [(Value?, String)])
    func `a list that is none is an error that tells what came`(
        body: Value?, came: String
    ) async throws {
        let problem = try await problem(
            .status(200, headers: ["content-type": "application/json; charset=utf-8"], body: body))
        #expect(problem.code == "account/unexpected-answer")
        #expect(
            problem.message == "`shop` answered 200 (application/json) with \(came) instead of "
                + "a list of objects with `id`")
        #expect(problem.notes == ["this was to read the items"])
    }

    @Test func `a page that is no list is an error, whatever came before it`() async throws {
        let bench = try Bench(Shop(pageSize: 1))
        bench.shop.state.withLock { $0.items = [1: ["id": 1], 2: ["id": 2]] }
        bench.shop.fail(2, .status(200, body: [:]))
        let error = await #expect(throws: ReconcilingError.self) {
            try await bench.client.read(items)
        }
        #expect(error?.diagnostic().code == "account/unexpected-answer")
    }

    @Test(arguments: [nil, .null, [:], [], ["id": 2], ["message": "no"]] as [Value?])
    func `an object that is none, or another one, is an error and not missing`(
        body: Value?
    ) async throws {
        let bench = try Bench()
        bench.shop.fail(1, .status(200, body: body))
        let error = await #expect(throws: ReconcilingError.self) {
            try await bench.client.read(ItemKind.read(1))
        }
        #expect(error?.diagnostic().code == "account/unexpected-answer")
        #expect(error?.isNotFound == false)
    }

    @Test func `only the platform itself can say that an object is missing`() {
        var refusal = PlatformError(status: 404, message: "no such item")
        let account = ShopPlatform.account
        #expect(ReconcilingError(.refused(refusal), doing: "", account: account).isNotFound)
        refusal.isAboutObject = false
        #expect(!ReconcilingError(.refused(refusal), doing: "", account: account).isNotFound)
    }

    @Test func `answers are taken apart leniently`() {
        #expect(Answer(status: 200, headers: [:], bytes: []).body == nil)
        #expect(Answer(status: 200, headers: [:], bytes: Array("[1]".utf8)).body == [1])
        let html = Answer(status: 200, headers: [:], bytes: Array("<a>".utf8))
        #expect(html.body == nil)
        #expect(html.text == "a page, text/html")
    }
}

import Diagnostics
import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `A client of an account` {
    private let items = Read(Request(.get, ["items"]), purpose: "the items")

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
        return .error("", "")
    }

    @Test func `a refused token names the secret to check`() async throws {
        let problem = try await problem(
            .status(401, body: ["message": "Not authorized", "request_id": "r-9"]))
        #expect(problem.code == "account/not-authorized")
        #expect(problem.message == "`shop` does not take its token: Not authorized (401)")
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

    @Test func `a body that is not JSON is shown by its beginning`() async throws {
        let problem = try await problem(.status(200, text: "<html>\n<title>Hi</title>"))
        #expect(problem.code == "account/not-json")
        #expect(problem.notes.contains("it begins: <html> <title>Hi</title>"))
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

    @Test func `any answer of success counts, with or without a body`() async throws {
        for status in [200, 201, 202, 204] {
            let bench = try Bench()
            bench.shop.fail(1, .status(status))
            #expect(try await bench.client.read(items) == .null)
        }
    }

    @Test func `answers are taken apart leniently`() {
        #expect(Answer(status: 200, headers: [:], bytes: []).body == nil)
        #expect(Answer(status: 200, headers: [:], bytes: Array("[1]".utf8)).body == [1])
        let html = Answer(status: 200, headers: [:], bytes: Array("<a>".utf8))
        #expect(html.body == nil)
        #expect(html.text == "<a>")
    }
}

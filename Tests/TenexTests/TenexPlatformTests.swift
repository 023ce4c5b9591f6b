import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `The answers of 10ex` {
    private let platform = TenexPlatform()
    private let account = Account(
        name: "tenex", platform: "tenex", url: "https://api.10ex.ai", tokenName: "TENEX_API_KEY")

    private func refusal(_ status: Int, _ body: Value?, text: String = "") throws -> PlatformError {
        let answer = Answer(status: status, body: body, text: text)
        guard case .failure(let error) = platform.open(answer) else {
            throw PlatformError(status: 0, message: "it was opened")
        }
        return error
    }

    @Test func `are opened whether they come in pages, bare or empty`() {
        func open(_ body: Value?) -> OpenedAnswer { platform.open(Answer(status: 200, body: body)) }
        #expect(open(["items": [1, 2], "next_cursor": .null, "total": 2]) == .success([1, 2]))
        #expect(open(["items": []]) == .success([]))
        #expect(open([["id": "a"]]) == .success([["id": "a"]]))
        #expect(open(["id": "a", "items": "text"]) == .success(["id": "a", "items": "text"]))
        #expect(open(nil) == .success(.null))
    }

    @Test func `refuse in three shapes, each with its words and its code`() throws {
        let validation = try refusal(
            422,
            [
                "detail": [
                    [
                        "loc": ["body", "steps", 2, "config", "connector_id"],
                        "msg": "Unknown connector", "type": "value_error", "input": "x",
                    ],
                    ["loc": [], "msg": "Field required"],
                ]
            ])
        #expect(
            validation.message
                == "`body.steps.2.config.connector_id`: Unknown connector; Field required")
        let conflict = try refusal(409, ["detail": "it is archived", "code": "invalid_state"])
        #expect(conflict.message == "it is archived")
        #expect(conflict.code == "invalid_state")
        let limited = try refusal(429, ["error": "rate_limited", "message": "Too many requests."])
        #expect(limited.message == "Too many requests.")
        #expect(limited.code == "rate_limited")
        #expect(try refusal(502, nil, text: "<html>").message == "<html>")
        #expect(try refusal(500, nil).message == "the platform answered 500")
    }

    @Test func `that know no such path send people to the doctor, others do not`() throws {
        let framework = try refusal(404, ["detail": "Not Found"])
        #expect(platform.advice(for: framework)?.contains("weir tenex doctor") == true)
        let method = try refusal(405, ["detail": "Method Not Allowed"])
        #expect(platform.advice(for: method) != nil)
        let missing = try refusal(404, ["detail": "Workflow not found", "code": "not_found"])
        #expect(platform.advice(for: missing) == nil)
        #expect(platform.advice(for: try refusal(500, ["detail": "Not Found"])) == nil)
    }

    @Test func `are followed page by page, whatever stands in a cursor`() throws {
        let request = try #require(
            TenexAPI.standard.request(.listRuns, query: ["status": "failed"]))
        func next(_ body: Value) -> Object? {
            platform.nextPage(after: Answer(status: 200, body: body), of: request)?.query
        }
        #expect(
            next(["items": [], "next_cursor": "a+b/c=="])
                == ["status": "failed", "limit": 200, "cursor": "a+b/c=="])
        #expect(next(["items": [], "next_cursor": .null, "total": 900]) == nil)
        #expect(next(["items": []]) == nil)
        #expect(next([1]) == nil)
    }

    @Test func `bind an environment to the host and to the workspace that the account names`() {
        var named = account
        named.options = ["workspace": "acme"]
        #expect(platform.identity(in: [], of: account) == "api.10ex.ai")
        #expect(platform.identity(in: [], of: named) == "api.10ex.ai/acme")
        named.url = "http://127.0.0.1:8400"
        #expect(platform.identity(in: [], of: named) == "127.0.0.1/acme")
        named.url = "http://[::1]:8400/base"
        #expect(platform.identity(in: [], of: named) == "[::1]/acme")
    }

    @Test func `are read as far as the scope asks, and as far as there are paths`() {
        let scope = Scope(
            kinds: [.tenexWorkflow], lookups: [.tenexAgent, .tenexSequence], wanted: [])
        let all = platform.firstReads(scope, account).map(\.purpose)
        #expect(all == ["the workflows", "the agents", "the sequences"])
        var other = account
        other.options = ["paths": ["list_sequences": .null]]
        #expect(
            platform.firstReads(scope, other).map(\.purpose) == ["the workflows", "the agents"])
    }
}

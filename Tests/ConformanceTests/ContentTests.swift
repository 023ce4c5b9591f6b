import Documents
import Frontline
import Lytics
import Platforms
import Tenex
import Testing

/// What the bodies of successes show, platform by platform.
@Suite struct `The content of an answer` {
    private let lytics = LyticsPlatform()
    private let frontline = FrontlinePlatform()
    private let tenex = TenexPlatform()

    private static let list: Value = [["id": "a"]]

    /// What no platform writes where something was asked for.
    private static let nothing: [Value] = [
        .null, true, 7, "ok", [:], ["message": "temporarily unavailable"],
        ["error": "session expired"], ["ok": false, "error": ["code": "X", "message": "later"]],
        ["ok": true], ["ok": true, "data": .null], ["detail": "later", "code": "busy"],
        ["status": 503, "errors": [["code": "INTERNAL-019", "message": "later"]]],
        ["data": .null, "status": 503, "message": "later"],
        ["data": .null, "message": "temporarily unavailable"],
    ]

    @Test(arguments: nothing)
    func `is nothing where a body is an error, empty or a scalar`(body: Value) {
        #expect(lytics.content(of: body) == nil)
        #expect(frontline.content(of: body) == nil)
        #expect(tenex.content(of: body) == nil)
    }

    @Test func `of Lytics stands under data, and null there is an empty list`() {
        #expect(lytics.content(of: ["data": Self.list, "status": 200]) == Self.list)
        #expect(lytics.content(of: ["data": ["id": "a"], "request_id": "r"]) == ["id": "a"])
        #expect(lytics.content(of: ["data": Self.list, "took": 3]) == Self.list)
        for success: Value in [
            ["data": .null], ["data": .null, "status": 200, "request_id": "r"],
            ["data": .null, "status": 200, "message": "success"],
        ] {
            #expect(lytics.content(of: success) == [])
        }
        for other: Value in [
            Self.list, [], ["id": "a"], ["items": Self.list], ["data": "none"], ["data": 0],
        ] {
            #expect(lytics.content(of: other) == nil)
        }
    }

    @Test func `of Frontline is bare, in results, or under data beside ok`() {
        #expect(frontline.content(of: Self.list) == Self.list)
        #expect(frontline.content(of: []) == [])
        #expect(frontline.content(of: ["results": Self.list, "pageSize": 20]) == Self.list)
        #expect(frontline.content(of: ["ok": true, "data": Self.list]) == Self.list)
        #expect(frontline.content(of: ["ok": true, "data": ["results": []]]) == [])
        #expect(frontline.content(of: ["ok": true, "data": ["id": 1]]) == ["id": 1])
        #expect(frontline.content(of: ["id": 1, "status": "ACTIVE"]) != nil)
        #expect(frontline.content(of: ["results": .null]) == nil)
        #expect(frontline.content(of: ["ok": true, "data": "none"]) == nil)
    }

    @Test func `of 10ex is a page, a bare list or a bare object`() {
        #expect(tenex.content(of: ["items": Self.list, "next_cursor": .null]) == Self.list)
        #expect(tenex.content(of: ["items": []]) == [])
        #expect(tenex.content(of: Self.list) == Self.list)
        #expect(tenex.content(of: ["id": "a", "status": "active"]) != nil)
    }

    @Test func `that a platform refuses with a status of success is a refusal`() {
        func message(_ platform: any Platform, _ body: Value) -> String? {
            guard case .failure(let error) = platform.open(Answer(status: 200, body: body)) else {
                return nil
            }
            return "\(error.message) (\(error.status))"
        }
        #expect(message(frontline, ["ok": false, "error": ["message": "later"]]) == "later (200)")
        #expect(message(lytics, ["status": 409, "errors": [["message": "no"]]]) == "no (200)")
        #expect(message(lytics, ["error": "session expired"]) == "session expired (200)")
        #expect(message(tenex, ["detail": "later", "code": "busy"]) == "later (200)")
        #expect(message(lytics, ["data": .null, "status": 200, "message": "deleted"]) == nil)
        #expect(message(tenex, ["id": "r", "error": .null]) == nil)
        #expect(message(frontline, ["ok": true, "data": .null]) == nil)
    }

    @Test func `that is missing is known from a path that is missing`() {
        func isAboutObject(_ platform: any Platform, _ body: Value?, text: String = "") -> Bool? {
            let answer = Answer(status: 404, body: body, text: text)
            guard case .failure(let error) = platform.open(answer) else { return nil }
            return error.isAboutObject
        }
        let missing: Value = ["errors": [["code": "NOTFOUND-003", "message": "no job"]]]
        #expect(isAboutObject(lytics, missing) == true)
        #expect(isAboutObject(lytics, nil, text: "<html>") == false)
        #expect(isAboutObject(frontline, nil) == false)
        #expect(isAboutObject(tenex, ["detail": "Workflow not found", "code": "x"]) == true)
        #expect(isAboutObject(tenex, ["detail": "Not Found"]) == false)
    }
}

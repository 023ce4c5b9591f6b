import Diagnostics
import Documents
import Platforms
import Testing

@Suite struct `A promised answer` {
    @Test func `is kept by what was promised, twice the same element too`() {
        #expect(PromisedAnswer.list(of: "id").breach(in: []) == nil)
        #expect(PromisedAnswer.list(of: "id").breach(in: [["id": 1], ["id": 1]]) == nil)
        #expect(PromisedAnswer.object(with: "id").breach(in: ["id": "a"]) == nil)
        #expect(PromisedAnswer.object(with: "id", being: "A1").breach(in: ["id": "a1"]) == nil)
        #expect(PromisedAnswer.object(with: "id", being: "7").breach(in: ["id": 7]) == nil)
        #expect(PromisedAnswer.holder(of: "nodes").breach(in: ["nodes": []]) == nil)
        #expect(PromisedAnswer.versions(with: "id", being: "a").breach(in: [["id": "a"]]) == nil)
        #expect(PromisedAnswer.candidates(with: "id").breach(in: []) == nil)
        #expect(PromisedAnswer.content.breach(in: ["anything"]) == nil)
    }

    @Test(
        arguments: [
            (.list(of: "id"), ["id": 1], "an object with `id`"),
            (
                .list(of: "id"), [["id": .null]],
                "a list whose element 1 is an object with `id`, but no `id`"
            ),
            (.list(of: "id"), [["id": 1], [2]], "a list whose element 2 is a list"),
            (.object(with: "id"), [["id": 1]], "a list"),
            (.object(with: "id"), ["a": 1], "an object with `a`, but no `id`"),
            (.object(with: "id", being: "a"), ["id": "b"], "an object with another `id`"),
            (.holder(of: "nodes"), ["nodes": .null], "an object with `nodes`, but no list `nodes`"),
            (.versions(with: "id"), [], "an empty list"),
            (
                .versions(with: "id", being: "a"), [["id": "a"], ["id": "b"]],
                "a list whose element 2 is an object with another `id`"
            ),
            (.candidates(with: "id"), ["name": "x"], "an object with `name`, but no `id`"),
        ] as [(PromisedAnswer, Value, String)])
    func `is broken by anything else, in words that repeat no value`(
        promise: PromisedAnswer, content: Value, words: String
    ) {
        #expect(promise.breach(in: content) == words)
    }

    @Test func `shows no name of a member that could be a text of somebody's`() {
        let long = String(repeating: "k", count: 40)
        var body: Object = ["a secret value": 1, "x": 2]
        body[long] = 3
        #expect(PromisedAnswer.description(of: .object(body)) == "an object with `x` and 2 more")
        #expect(PromisedAnswer.description(of: ["\u{1B}[31m": 1]) == "an object")
    }
}

@Suite struct `A read` {
    private enum Subject: ReadSubject {
        case list
        case one(Value)
    }

    private func read(_ subject: Subject, _ purpose: String = "it") -> Read {
        Read(Request(.get, ["a"]), subject, expects: .list(of: "id"), purpose: purpose)
    }

    @Test func `is another one where it asks for something else`() {
        #expect(read(.one(1)) == read(.one(1)))
        #expect(Set([read(.one(1)), read(.one(1)), read(.one(2)), read(.list)]).count == 3)
        #expect(read(.list) != Read(Request(.get, ["a"]), purpose: "it", expects: .list(of: "id")))
    }

    @Test func `gives its subject to its platform`() {
        #expect(read(.one("x")).subject(as: Subject.self) == .one("x"))
    }
}

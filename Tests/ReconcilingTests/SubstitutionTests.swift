import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `Filling in what was known only later` {
    private let known = Substitution(
        slots: [Slot("a/b/c"): 12], secrets: ["T": Secret("s3cret")])

    @Test func `a whole value keeps its type, one within a text becomes text`() throws {
        let slot = Value.captured(Slot("a/b/c"))
        #expect(try known.fill(["id": slot, "list": [slot]]) == ["id": 12, "list": [12]])
        #expect(try known.fill(.joined(["job-", slot, "-", .secret("T")])) == "job-12-s3cret")
    }

    @Test func `a secret is its value on the wire alone`() throws {
        let value: Value = ["t": .secret("T"), "u": .joined(["x ", .secret("T")])]
        #expect(try known.fill(value) == ["t": "s3cret", "u": "x s3cret"])
        #expect(
            try known.fill(value, for: .people) == ["t": "‹secret T›", "u": "x ‹secret T›"])
        #expect(try known.fill(value, for: .ledger) == value)
    }

    @Test func `what is not known is an error that names it`() {
        #expect(throws: EvaluationError("the id of `x/y/z` is not known")) {
            try known.fill(.captured(Slot("x/y/z")))
        }
        #expect(throws: EvaluationError("the secret `U` is not known")) {
            try known.fill(.secret("U"))
        }
    }

    @Test func `paths and queries are filled in, lists repeat a parameter`() throws {
        let request = Request(
            .get, ["items", .captured(Slot("a/b/c"))],
            query: ["state": ["a", "b"], "deep": true, "none": .null])
        #expect(try known.wire(request).line == "GET /items/12?deep=true&state=a&state=b")
    }

    @Test func `a list in a path is refused`() {
        #expect(throws: EvaluationError.self) { try known.wire(Request(.get, [["a"]])) }
    }
}

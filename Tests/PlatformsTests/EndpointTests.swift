import Documents
import Testing

@testable import Platforms

@Suite struct `An endpoint` {
    private enum Letters: String, EndpointTable {
        case list = "GET /boxes/{box}/letters"
        case change = "PUT /boxes/{box}/letters/{letter}"
    }

    @Test func `is read from its method and path`() {
        #expect(Letters.list.endpoint == Endpoint(.get, "/boxes/{box}/letters"))
        #expect(Letters.change.endpoint.method == .put)
        #expect(Letters.change.endpoint.parameters == ["box", "letter"])
    }

    @Test func `makes requests in which every placeholder has its value`() {
        let later = Value.captured(Slot("a/letter/one"))
        let request = Letters.change.request(
            ["letter": later, "box": 7], query: ["draft": "true"], body: .value(["text": "x"]))
        #expect(request.method == .put)
        #expect(request.path == ["boxes", 7, "letters", later])
        #expect(request.query == ["draft": "true"])
        #expect(request.body == .value(["text": "x"]))
    }

    @Test func `follows the path that it is given`() {
        var endpoint = Letters.list.endpoint
        endpoint.path = "/letters/in/{box}"
        #expect(endpoint.request(["box": "a/b"]).path == ["letters", "in", "a/b"])
    }
}

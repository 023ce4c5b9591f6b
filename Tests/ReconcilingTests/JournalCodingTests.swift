import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `What the journal keeps of a call` {
    @Test func `comes back as it was`() throws {
        let probe = Probe(
            read: Request(.get, ["items", "x"], query: ["q": 1]),
            matches: .all([
                .equal(.at("name", .whole), "mug"), .oneOf(.at("n", .whole), [1, .null]),
                .any([.greater(.at("v", .whole), 3), .not(.exists(.at("gone", .whole)))]),
                .equal(.at("l", .only(.equal(.whole, 1), .at("id", .whole))), .secret("T")),
            ]),
            captures: [Capture(Slot("a/b/c"), from: .at("id", .whole))])
        for again in [Again.safe, .never("why"), .probe(probe)] {
            var row = Bench.row(1, "mug", ["name": "mug", "token": .secret("T")])
            row.record?.onRemove = .drain
            row.record?.needs = [Address("shop/item/lid")]
            row.liveID = 4
            let call = Call("create", Request(.post, ["items"]), again: again)
            let kept = try JournaledCall(row, call, known: Substitution())
            let text = kept.value.encoded.canonicalJSON
            #expect(JournaledCall(Value(encoded: try JSON.parse(text))) == kept)
        }
    }

    @Test func `of another make is nothing`() {
        #expect(JournaledCall(["kind": "x"]) == nil)
    }
}

import Documents
import Ledger
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
            row.liveID = 4
            row.calls = [
                Call("create", Request(.post, ["items"]), again: again),
                Call("look", Request(.get, ["items"])),
                Call("name", Request(.put, ["items"])),
            ]
            let kept = try JournaledCall(row, at: 0, known: Substitution())
            #expect(kept.before == 0)
            #expect(kept.after == 1)
            let text = kept.value.encoded.canonicalJSON
            #expect(JournaledCall(Value(encoded: try JSON.parse(text))) == kept)
        }
    }

    @Test func `is completed by what the row learnt after its record was kept`() throws {
        let (known, open) = (Slot("shop/item/lid"), Slot("shop/item/mug", "node.a"))
        var record = Bench.row(1, "mug", ["parent": .captured(known)]).record
        record?.given = ["a": .captured(open), "b": 2]
        record?.onRemove = .drain
        record?.needs = [Address("shop/item/lid")]
        let kept = record?.journaled(known: Substitution(slots: [known: 7]))
        var entry = JournalEntry(
            id: 1, run: 1, row: 1, address: Bench.address("mug"), callIndex: 2, planned: [],
            request: [], record: kept)
        #expect(RecordedResource(entry)?.given == ["b": 2])
        entry.learnt = ["shop/item/mug node.a": 9]
        record?.written = ["parent": 7]
        record?.given = ["a": 9, "b": 2]
        #expect(RecordedResource(entry) == record)
    }

    @Test func `by a version that kept the record with every call is still understood`() throws {
        let record = try #require(Bench.row(1, "mug", ["name": "mug"]).record)
        let entry = JournalEntry(
            id: 1, run: 1, row: 1, address: Bench.address("mug"), callIndex: 0,
            planned: [
                "kind": ["shop", "item"], "action": "create", "summary": "create the item",
                "again": ["safe": true], "record": record.encoded,
            ], request: [])
        #expect(RecordedResource(entry) == record)
        // It does not tell what was still to come, so that the rest counts as not done.
        #expect(JournaledCall(entry.planned)?.after == 1)
    }

    @Test func `of another make is nothing`() {
        #expect(JournaledCall(["kind": "x"]) == nil)
    }
}

import Documents
import Documents
import Platforms
import Testing

@testable import Commands

@Suite struct ReceiptsTextTests {
    private let plan = SamplePlan.plan([
        SamplePlan.row(.create, number: 1, address: Address("lytics/auth/a")),
        SamplePlan.row(.update, number: 2, address: Address("lytics/job/b")),
        SamplePlan.row(.create, number: 3),
        SamplePlan.row(.start, verb: "start", number: 4),
    ])

    private var receipts: [Receipt] {
        [
            Receipt(
                row: 1, address: Address("lytics/auth/a"), outcome: .done, writes: 1,
                keptOtherwise: [
                    KeptField(path: FieldPath(["label"]), written: "a", returned: "A")
                ]),
            Receipt(
                row: 2, address: Address("lytics/job/b"),
                outcome: .failed(message: "bad config", requestID: "req-7"), writes: 1),
            Receipt(row: 3, address: SamplePlan.flow, outcome: .skipped(becauseOf: 2)),
        ]
    }

    @Test func `every row is told and counted`() {
        let shown = ReceiptsText.render(receipts, plan, style: TextStyle())
        #expect(
            shown == """
                ✓ 1 + create lytics/auth/a
                    kept otherwise: `label`: written `"a"`, the platform keeps `"A"`
                ✗ 2 ~ update lytics/job/b  failed: bad config (request id req-7)
                - 3 + create lytics/flow/welcome_series  skipped because of row 2
                · 4 ▶ start lytics/flow/welcome_series  not started
                1 done, 1 failed, 1 skipped, 1 not started; 2 writes sent

                """)
    }

    @Test func `receipts as data name the row they failed for`() {
        let json = ReceiptsText(receipts, plan).json
        #expect(json["rows"]?.list?.count == 4)
        #expect(json["rows"]?.list?[1]["request_id"] == "req-7")
        #expect(json["rows"]?.list?[2]["because_of"] == 2)
    }

    @Test func `a log gets one plain line for every ended row`() {
        var progress = ProgressLine(plan, on: Terminal(isTerminal: false, columns: nil))
        #expect(progress.text(for: .began(row: 1)).isEmpty)
        #expect(progress.text(for: .stopping).hasPrefix("interrupted: "))
        #expect(progress.text(for: .ended(receipts[1])).hasPrefix("✗ 2 ~ update lytics/job/b"))
        #expect(progress.end.isEmpty)
    }

    @Test func `a terminal keeps what runs at the bottom`() {
        let terminal = Terminal(isTerminal: true, columns: 60, choice: .never)
        var progress = ProgressLine(plan, on: terminal)
        #expect(progress.text(for: .began(row: 1)) == "\r\u{1B}[K[0/4] lytics/auth/a")
        #expect(progress.text(for: .began(row: 2)).hasSuffix("lytics/auth/a, lytics/job/b"))
        let ended = progress.text(for: .ended(receipts[0]))
        #expect(ended.hasPrefix("\r\u{1B}[K✓ 1 + create"))
        #expect(ended.hasSuffix("[1/4] lytics/job/b"))
    }
}

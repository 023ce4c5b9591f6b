import Diagnostics
import Documents
import Platforms
import Testing

@Suite struct AuthoredDocumentTests {
    private static let kind = KindName("sample", "flow")

    private static func document(_ text: String) -> AuthoredDocument {
        let node = Sample(text).node
        var options = ResourceOptions()
        options.after = [Need(Address("sample/job/later"), span: node.span)]
        return AuthoredDocument(
            address: Address("sample/flow/welcome"), node: node, options: options,
            idSpan: node.span, file: "welcome.yaml")
    }

    private static let whole = document(
        """
        $schema: flow.json
        kind: sample/flow
        id: welcome
        weir: { after: ["${job/order}"] }
        label: "${job/a}"
        children: { one: "${job/b}" }
        """)

    @Test func `No key of ours and none that its kind reads by itself is a field`() {
        var report = Report()
        let flow = Self.whole.decoded(
            SampleFlow.self, Self.kind, beside: ["children"], into: &report)
        #expect(report.diagnostics.isEmpty)
        #expect(flow.label.isPresent)
        _ = Self.whole.decoded(SampleFlow.self, Self.kind, into: &report)
        #expect(report.diagnostics.map(\.code) == ["sample/unknown-key"])
    }

    @Test func `A resource needs what its fields refer to, then what its author put first`() {
        var report = Report()
        let flow = Self.whole.decoded(
            SampleFlow.self, Self.kind, beside: ["children"], into: &report)
        let resource = Self.whole.resource(flow, Self.kind, beside: ["children"])
        #expect(resource.needs.map(\.address.text) == ["job/a", "sample/job/later"])
        #expect(resource.value == ["label": .captured(Slot("job/a"))])
        #expect(resource.address.text == "sample/flow/welcome")
        #expect(resource.file == "welcome.yaml")
    }
}

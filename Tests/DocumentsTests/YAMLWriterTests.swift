import Diagnostics
import Documents
import TestSupport
import Testing

@Suite struct YAMLWriterTests {
    @Test func `blocks are indented and texts quoted only where needed`() {
        let value: Value = [
            "a": ["x", "no", ["k": 1, "l": [2, [:]]]], "b": "two\nlines\n", "c": "22:00", "d": "",
            "e": "${job/x}", "f": [], "g": [["a", "b"]],
        ]
        #expect(
            YAMLWriter.write(value) == """
                a:
                  - x
                  - "no"
                  - k: 1
                    l:
                      - 2
                      - {}
                b: |
                  two
                  lines
                c: "22:00"
                d: ""
                e: "${job/x}"
                f: []
                g:
                  - - a
                    - b

                """)
    }

    @Test func `given pairs keep their order`() {
        #expect(YAMLWriter.write([("kind", "x/y"), ("id", "a")]) == "kind: x/y\nid: a\n")
        #expect(YAMLWriter.write([]) == "{}\n")
    }

    @Test func `what is written reads back as the same value, and alike for other readers`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = Randomness(seed: seed)
        for _ in 0..<1000 {
            let value = random.value()
            let text = YAMLWriter.write(value)
            let (documents, report) = read(text)
            let isEmpty = documents.isEmpty && value.isNull
            #expect(isEmpty || documents.first?.root.value == value, "seed \(seed):\n\(text)")
            #expect(report.diagnostics.isEmpty, "seed \(seed):\n\(text)")
        }
    }
}

import Documents
import TestSupport
import Testing

@Suite struct JSONTests {
    @Test func `every kind of value is read`() throws {
        let text = #" {"a": [null, true, false, 1, -1.5, 2e3, "x\n\u00e9\ud83d\ude00"], "b": {}} "#
        let wanted: Value = ["a": [.null, true, false, 1, -1.5, 2000.0, "x\né😀"], "b": [:]]
        #expect(try JSON.parse(text) == wanted)
    }

    @Test func `integers are exact`() throws {
        #expect(try JSON.parse("31536000000000001") == .int(31_536_000_000_000_001))
        #expect(try JSON.parse("-9223372036854775808") == .int(.min))
        #expect(try JSON.parse("9223372036854775807") == .int(.max))
        #expect(try JSON.parse("9223372036854775808") == .double(9_223_372_036_854_775_808))
    }

    @Test(arguments: [
        ("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("01", 0), ("1.", 2), ("\"a", 0), ("\"\\x\"", 1),
        ("\"\\ud800\"", 1), ("nul", 0), ("1 2", 2), ("{a: 1}", 1), ("[1", 2), ("\"\u{1}\"", 1),
        ("-", 0),
    ])
    func `what is not JSON is refused at its byte`(_ text: String, _ offset: Int) {
        #expect(throws: JSONError.self) { try JSON.parse(text) }
        do { _ = try JSON.parse(text) } catch { #expect(error.offset == offset) }
    }

    @Test func `broken UTF-8 and deep nesting are refused`() {
        #expect(throws: JSONError.self) { try JSON.parse([0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: JSONError.self) { try JSON.parse(String(repeating: "[", count: 100_000)) }
    }

    @Test func `canonical text is sorted, short and exact`() {
        let value: Value = ["b": [1, 0.1, 3.0, .null], "a": "q\"\u{1}é"]
        #expect(value.canonicalJSON == #"{"a":"q\"\u0001é","b":[1,0.1,3.0,null]}"#)
        #expect(value.prettyJSON.hasPrefix("{\n  \"a\": \"q"))
    }

    @Test func `what is written reads back as the same value`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = Randomness(seed: seed)
        for _ in 0..<500 {
            let value = random.value()
            #expect(try JSON.parse(value.canonicalBytes) == value, "seed \(seed)")
            #expect(try JSON.parse(value.prettyJSON) == value, "seed \(seed)")
        }
    }
}

@Suite struct ValueCodingTests {
    @Test func `what is known later survives JSON`() throws {
        let value: Value = [
            "id": .captured(Slot("lytics/job/x", "id")),
            "t": .joined(["Bearer ", .secret("TOKEN")]),
            "plain": ["$secret": "not one"], "twice": ["$$x": 1], "two": ["$a": 1, "b": 2],
        ]
        let text = value.encoded.canonicalJSON
        #expect(text.contains(#""id":{"$captured":["lytics/job/x","id"]}"#))
        #expect(Value(encoded: try JSON.parse(text)) == value)
        #expect(value.canonicalJSON == value.canonicalJSON)
    }
}

import Diagnostics
import Documents
import Testing

@Suite struct DocumentParserTests {
    @Test func `plain scalars are read by the core schema of YAML 1.2`() {
        let text = """
            [null, ~, true, FALSE, 1, -2, +3, 0o17, 0x1F, 1.5, .5, -1.0e+3, .inf, no, "1", '~', 1a,
             9223372036854775807, -9223372036854775808, 72h, 1.2.3, truth]
            """
        let wanted: Value = [
            .null, .null, true, false, 1, -2, 3, 15, 31, 1.5, 0.5, -1000.0, .double(.infinity),
            "no",
            "1", "~",
            "1a", 9_223_372_036_854_775_807, .int(.min), "72h", "1.2.3", "truth",
        ]
        #expect(read(text).documents.first?.root.value == wanted)
    }

    @Test func `every node knows its bytes`() throws {
        let text = """
            # a comment
            plain: one two   # behind
            "quoted key": 'it''s'
            list:
              - é: 1
                b: [1, {c: "d"}]

              -
            block: |
              line 1
              line 2

            last: &x !!str 5
            """
        let root = try #require(read(text).documents.first?.root)
        let spans = (root.map ?? []).map { (slice(text, $0.keySpan), slice(text, $0.value.span)) }
        #expect(spans.map(\.0) == ["plain", "\"quoted key\"", "list", "block", "last"])
        #expect(
            spans.map(\.1) == [
                "one two", "'it''s'", "- é: 1\n    b: [1, {c: \"d\"}]\n\n  -",
                "|\n  line 1\n  line 2", "5",
            ])
        let item = try #require(root["list"]?.list?.first)
        #expect(slice(text, item.span) == "é: 1\n    b: [1, {c: \"d\"}]")
        #expect(item["b"].map { slice(text, $0.span) } == "[1, {c: \"d\"}]")
        #expect(item["b"]?.style == .flow)
        #expect(root["block"]?.style == .block)
        #expect(root["block"]?.text == "line 1\nline 2\n")
    }

    @Test(arguments: ["\u{FEFF}a: b", "\u{FEFF}ä: b", "# 😀\na: b", "x: 名前\na: b"])
    func `spans count bytes also behind other alphabets and byte order marks`(_ text: String) throws
    {
        let entry = try #require(read(text).documents.first?.root.map?.last)
        #expect(slice(text, entry.value.span) == "b")
    }

    @Test func `documents are separate, and empty ones are left out`() {
        let (documents, report) = read("---\n---\na: 1\n---\n# nothing\n---\n- b\n...\n")
        #expect(documents.map(\.root.value) == [["a": 1], ["b"]])
        #expect(read("").documents.isEmpty)
        #expect(read("# only a comment\n").documents.isEmpty)
        #expect(report.diagnostics.isEmpty)
    }

    @Test func `aliases stand for their anchors and merge keys for their entries`() {
        let text = """
            base: &base { a: 1, b: 2 }
            more: &more { b: 3, c: 4 }
            same: *base
            both: { b: 0, <<: [*more, *base] }
            """
        let root = read(text).documents.first?.root
        #expect(root?["same"]?.value == ["a": 1, "b": 2])
        #expect(root?["both"]?.value == ["a": 1, "b": 0, "c": 4])
    }

    @Test(arguments: [
        ("a:\u{A0}1\nb: 2\n", "yaml/lookalike", "\u{A0}"),
        ("a:\n\u{A0}\u{A0}b: 1\n", "yaml/lookalike", "\u{A0}"),
        ("a:\n  \u{2014} b: 1\n", "yaml/lookalike", "\u{2014}"),
        ("a: [\u{201C}${var.x}\u{201D}]\n", "yaml/lookalike", "\u{201C}"),
        ("a: \"x\nb:\n  c: \"y\"\n", "yaml/syntax", "\""),
        ("a: 'x\nb: 'y'\n", "yaml/syntax", "'"),
    ])
    func `a sign that only looks like one is the cause, and so is a quote that is not closed`(
        _ text: String, _ code: String, _ place: String
    ) throws {
        let (_, report) = read(text)
        #expect(codes(report) == [code])
        let span = try #require(report.diagnostics.first?.primary?.span)
        #expect(slice(text, span) == place)
        #expect(report.hasErrors)
    }

    @Test func `JSON's two escapes of one character are named with YAML's one`() {
        let (_, report) = read(#"a: "x \ud83d\ude00""#)
        #expect(report.diagnostics.first?.help == #"write `\U0001F600`"#)
    }

    @Test func `one run shows the mistakes behind a mistake`() {
        let (documents, report) = read("a: {X}, y\nb: c: d\ne: 1\ne: 2\n")
        #expect(
            codes(report) == ["yaml/unquoted-brace", "yaml/unquoted-colon", "yaml/duplicate-key"])
        #expect(documents.first?.root["a"]?.text == "{X}, y")
        #expect(documents.first?.root["b"]?.text == "c: d")
    }

    @Test(arguments: [
        ("a: [1, 2", "yaml/syntax"), ("a: 'x", "yaml/syntax"), ("a:\n\tb: 1", "yaml/tab"),
        ("- a\nb", "yaml/syntax"), ("a: \"\\q\"", "yaml/syntax"), ("a: 1\n b: 2", "yaml/syntax"),
        ("}", "yaml/syntax"), ("&", "yaml/syntax"), ("%FOO", "yaml/syntax"),
        ("? - a", "yaml/complex-key"),
        ("? \n: a", "yaml/complex-key"), (": a", "yaml/syntax"), ("<<: 1", "yaml/merge"),
        ("a: |x\n b", "yaml/syntax"),
        ("!<x> a", "yaml/unknown-tag"), ("[[a]: b]", "yaml/complex-key"),
    ])
    func `bad input ends in one diagnostic with a place`(_ text: String, _ code: String) {
        let (_, report) = read(text)
        #expect(codes(report) == [code])
        #expect(report.diagnostics.first?.primary != nil)
    }

    @Test func `bytes that are no text are refused at their place`() {
        func problem(_ bytes: [UInt8]) -> (String?, UInt32?) {
            var report = Report()
            _ = DocumentParser.parse(bytes, source: SourceID(0), into: &report)
            return (report.diagnostics.first?.code, report.diagnostics.first?.primary?.span.start)
        }
        #expect(problem([0xFF, 0xFE, 0x61, 0]) == ("yaml/bad-utf8", 0))
        #expect(problem([0x61, 0xC3, 0x28]) == ("yaml/bad-utf8", 1))
        #expect(problem([0x61, 0x62, 0x00]) == ("yaml/bad-utf8", 2))
        #expect(problem([0xED, 0xA0, 0x80]) == ("yaml/bad-utf8", 0))
        #expect(problem([0x61, 0xC2, 0x80]) == ("yaml/bad-utf8", 1))
        #expect(problem([0x61, 0xE2, 0x82]) == ("yaml/bad-utf8", 1))
    }

    @Test func `a JSON file is read by its name, with the same spans`() throws {
        let text = "\t{\"a\": [1, true],\n\t\"a\": null}"
        var report = Report()
        let documents = DocumentParser.parse(
            Source(name: "x.json", text: text), as: SourceID(0), into: &report)
        let root = try #require(documents.first?.root)
        #expect(root["a"].map { slice(text, $0.span) } == "[1, true]")
        #expect(codes(report) == ["yaml/duplicate-key"])
    }

    @Test(arguments: ["yaml", "json"])
    func `a merge conflict is called what it is`(_ ending: String) {
        let text = "{\n<<<<<<< ours\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> theirs\n}\n"
        var report = Report()
        _ = DocumentParser.parse(
            Source(name: "a.\(ending)", bytes: Array(text.utf8)), as: SourceID(0), into: &report)
        #expect(report.diagnostics.map(\.code) == ["yaml/merge-conflict"])
        #expect(report.diagnostics.first?.primary?.span.start == 2)
    }

    @Test(arguments: [
        ("\u{2028}", "line ends that editors do not show"),
        ("\u{85}", "line ends that editors do not show"),
        ("\u{202E}", "characters that turn the direction of text"),
        ("\u{2066}", "characters that turn the direction of text"),
        ("\u{1B}", "control characters"),
    ])
    func `what nobody sees is refused, and may be written as an escape`(
        _ sign: String, _ what: String
    )
        throws
    {
        #expect(
            read("a: x\(sign)y\n").report.diagnostics.map(\.message) == [
                "a file must not contain \(what)"
            ])
        let code = String(try #require(sign.unicodeScalars.first).value, radix: 16)
        let escape = "a: \"x\\u" + String(repeating: "0", count: 4 - code.count) + code + "y\"\n"
        #expect(read(escape).documents.first?.root["a"]?.text == "x\(sign)y")
    }
}

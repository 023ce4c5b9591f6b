import Diagnostics
import Testing

@Suite struct `Wrapped text` {
    private static let texts = [
        "the flow starts sending to the people in its entry segment; a version that runs now drains",
        "put this into a file and run `weir adopt lytics/auth/newsletter lytics/connection/mail`",
        "an id 8b401a700035c6c68848ad2b33f152db among words, and one at the end 4a169bdad330",
        "label   \"By hand\" → \"Welcome series for everybody\"   (drift: someone changed it)  :17",
        "a `backtick that is never closed, and words behind it that go on for some time",
        "新規登録者へのウェルカムシリーズ、三回の連絡で初回購入を促す。 Café ☕️ 👩‍👩‍👧 und so weiter",
        "https://api.example.com/a/path/that/is/wider/than/many/terminals/are?query=1 is a word",
        "", " ", "word",
    ]

    @Test(arguments: texts) func `loses no word and keeps within the width`(text: String) {
        for width in 1...130 {
            for hanging in [0, 3, 20] {
                let lines = Wrapping(width: width).lines(text, hanging: hanging)
                let joined = lines.joined().filter { $0 != " " }
                #expect(joined == text.filter { $0 != " " })
                for line in lines where line.displayWidth > width {
                    let words = line.drop { $0 == " " }
                    #expect(!words.contains(" "), "\(width): \(line)")
                }
            }
        }
    }

    @Test(arguments: texts) func `leaves texts for programs as they are`(text: String) {
        #expect(Wrapping(width: nil).lines("note: ", text) == ["note: \(text)"])
        #expect(Wrapping(width: 500).lines("note: ", text) == ["note: \(text)"])
    }

    @Test func `hangs further lines under the first word`() {
        let lines = Wrapping(width: 40).lines(
            "note: ", "the job is paused, and the flow waits for it until somebody resumes it")
        #expect(
            lines == [
                "note: the job is paused, and the flow",
                "      waits for it until somebody",
                "      resumes it",
            ])
    }

    @Test func `leaves room for the text behind a wide head`() {
        let head = String(repeating: "x", count: 30) + "   "
        let lines = Wrapping(width: 40).lines(head, "some words that do not fit beside it")
        #expect(lines == [head + "some", "  words that do not fit beside it"])
    }

    @Test func `keeps a phrase in backticks on one line where it fits on one`() {
        let wrapping = Wrapping(width: 30)
        #expect(
            wrapping.lines("see what `weir jobs list` says of it") == [
                "see what `weir jobs list` says", "of it",
            ])
        #expect(
            wrapping.lines("first of all see `weir lytics jobs list`") == [
                "first of all see", "`weir lytics jobs list`",
            ])
        #expect(
            wrapping.lines("see `weir lytics jobs list --account production` first") == [
                "see `weir lytics jobs list", "--account production` first",
            ])
    }

    @Test func `cuts an id alone, and only where it may and must`() {
        let id = "8b401a700035c6c68848ad2b33f152db"
        let question = "Type \"\(id)\" to drain it:"
        #expect(Wrapping(width: 20).lines(question) == ["Type", "\"\(id)\"", "to drain it:"])
        var cutting = Wrapping(width: 33)
        cutting.cutsLongIDs = true
        #expect(cutting.lines("the id \(id)") == ["the id", id])
        cutting = cutting.inset(by: 9)
        #expect(cutting.lines("the id \"\(id)\"") == ["the id", "\"8b401a700035c6c68848a…\""])
        let name = "a_name_without_a_single_space_in_it"
        #expect(cutting.lines("the name \(name)") == ["the name", name])
    }

    @Test func `counts the columns of wide letters and none of colors`() {
        #expect("漢字".displayWidth == 4)
        #expect("👩‍👩‍👧".displayWidth == 2)
        #expect("\u{1B}[1;31mred\u{1B}[0m".displayWidth == 3)
        #expect("e\u{301}".displayWidth == 1)
        #expect("漢字かな".cut(to: 5) == "漢字…")
        #expect("漢".padded(to: 4) == "漢  ")
    }

    @Test func `ends a color with the line and begins it again`() {
        let lines = Wrapping(width: 24).lines("→ ", "\u{1B}[31mwords in red that go on\u{1B}[0m")
        #expect(
            lines == [
                "→ \u{1B}[31mwords in red that go\u{1B}[0m", "  \u{1B}[31mon\u{1B}[0m",
            ])
    }
}

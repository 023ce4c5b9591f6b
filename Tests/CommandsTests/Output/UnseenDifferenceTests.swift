import Documents
import Testing

@testable import Commands

@Suite struct UnseenDifferenceTests {
    @Test(arguments: [
        (
            "a", "a ",
            "only white space at the end differs: none before, a space after"
        ),
        (
            "\na", "a",
            "only white space at the beginning differs: `\\n` before, none after"
        ),
        ("a\r\nb", "a\nb", "only the line ends differ: `\\r\\n` before, `\\n` after"),
        (
            "a  b", "a b",
            "only white space differs: a space before, none after, behind 2 characters"
        ),
        (
            "a b", "a\u{A0}b",
            "only white space differs: a space before, U+00A0 after, behind 1 "
                + "character"
        ),
        (
            "ab", "a\u{200B}b",
            "only characters that are not seen differ: none before, U+200B after, "
                + "behind 1 character"
        ),
        (
            "é", "e\u{301}",
            "only the Unicode form of letters differs: composed before, decomposed "
                + "after"
        ),
    ])
    func `a difference that nobody sees is told in words`(
        _ before: String, _ after: String, _ words: String
    ) {
        #expect(UnseenDifference.words(from: .text(before), to: .text(after)) == words)
    }

    @Test func `a number and its digits as a text are told apart, also within`() {
        #expect(
            UnseenDifference.words(from: .text("1"), to: .int(1))
                == "a text before, a number after")
        #expect(
            UnseenDifference.words(from: ["a": ["x", "1"]], to: ["a": ["x", 1]])
                == "in `a` in `2` a text before, a number after")
        #expect(UnseenDifference.words(from: .text("null"), to: .null) != nil)
    }

    @Test func `what the eye sees needs no words`() {
        #expect(UnseenDifference.words(from: "a", to: "b") == nil)
        #expect(UnseenDifference.words(from: "a ", to: "b") == nil)
        #expect(UnseenDifference.words(from: nil, to: "b") == nil)
        #expect(UnseenDifference.words(from: ["a": "x ", "b": 1], to: ["a": "x", "b": 2]) == nil)
        #expect(UnseenDifference.words(from: "a", to: "a") == nil)
    }
}

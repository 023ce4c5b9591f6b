import Diagnostics

/// The lines that git leaves in a file where two changes met.
enum MergeConflict {
    /// The first conflict of a file that cannot be read; nil where it has none.
    static func find(in text: DocumentParser.Text) -> Diagnostic? {
        guard let begins = line("<<<<<<< ", in: text, from: 0),
            let ends = line(">>>>>>> ", in: text, from: begins.upperBound)
        else { return nil }
        return .error(
            YAMLCode.mergeConflict, "a merge conflict must be resolved",
            at: text.span(begins.lowerBound, begins.upperBound), label: "it begins here",
            secondary: [.init(text.span(ends.lowerBound, ends.upperBound), "it ends here")],
            help: "keep what is right of both sides, and remove the marked lines")
    }

    /// The first line that begins with some signs.
    private static func line(
        _ signs: StaticString, in text: DocumentParser.Text, from start: Int
    ) -> Range<Int>? {
        let bytes = text.bytes
        let signs = Array(signs.description.utf8)
        var begin = start
        while begin + signs.count <= bytes.count {
            let end = bytes[begin...].firstIndex(of: 0x0A) ?? bytes.count
            if bytes[begin..<begin + signs.count].elementsEqual(signs) { return begin..<end }
            begin = end + 1
        }
        return nil
    }
}

public import Diagnostics

/// Reads YAML 1.2 (and JSON) into trees whose every node knows the bytes it was written in.
public struct DocumentParser {
    /// How much one file may ask for.
    public struct Limits: Sendable {
        /// The size of a file.
        public var maximumBytes: Int
        /// How deep lists and maps may nest.
        public var maximumDepth: Int
        /// How many nodes a file may have, each alias counted as what it stands for.
        public var maximumNodes: Int

        /// Sets limits; the defaults are far above anything a person writes.
        public init(
            maximumBytes: Int = 16 << 20, maximumDepth: Int = 100, maximumNodes: Int = 1_000_000
        ) {
            self.maximumBytes = maximumBytes
            self.maximumDepth = maximumDepth
            self.maximumNodes = maximumNodes
        }
    }

    /// Reads a source as its name says: `.json` as JSON, everything else as YAML.
    public static func parse(
        _ source: Source, as id: SourceID, limits: Limits = Limits(), into report: inout Report
    ) -> [Document] {
        guard source.name.lowercased().hasSuffix(".json") else {
            return parse(source.bytes, source: id, limits: limits, into: &report)
        }
        let root = JSONDocumentParser.parse(source.bytes, source: id, limits: limits, into: &report)
        return root.map { [Document(root: $0, span: $0.span)] } ?? []
    }

    /// Reads the documents of a file; empty ones are left out, mistakes are reported.
    public static func parse(
        _ bytes: [UInt8], source: SourceID, limits: Limits = Limits(), into report: inout Report
    ) -> [Document] {
        guard bytes.count <= limits.maximumBytes else {
            report.add(tooLarge(source: source, limits))
            return []
        }
        let isPlainASCII = ByteCheck.isPlainASCII(bytes)
        if !isPlainASCII, let problem = ByteCheck.problem(in: bytes, source: source) {
            report.add(problem)
            return []
        }
        let text = Text(bytes: bytes, source: source, isPlainASCII: isPlainASCII, limits: limits)
        return parse(text, into: &report)
    }

    /// A file that passed the first look.
    struct Text {
        let bytes: [UInt8]
        let source: SourceID
        let isPlainASCII: Bool
        let limits: Limits

        /// Spans bytes of this file.
        func span(_ start: Int, _ end: Int) -> SourceSpan {
            SourceSpan(source: source, start: start, end: end)
        }
    }

    /// Reads on behind mistakes whose extent is known: they are painted over, byte for byte, and
    /// the file is read again, so that one run shows all of them.
    private static func parse(_ text: Text, into report: inout Report) -> [Document] {
        var painted = Painting()
        while true {
            var attempt = Report()
            let (documents, failure) = build(text, painted, into: &attempt)
            guard let failure else {
                painted.mistakes.forEach { report.add($0) }
                report.add(attempt)
                return documents
            }
            let mistake = SyntaxMistake.find(
                failure, in: text, painted: painted.paint(text.bytes))
            if let paint = mistake.paint, painted.add(paint, mistake.diagnostic) { continue }
            painted.mistakes.forEach { report.add($0) }
            report.add(attempt)
            report.add(mistake.diagnostic)
            return documents
        }
    }

    private static func build(
        _ text: Text, _ painting: Painting, into report: inout Report
    ) -> ([Document], SyntaxFailure?) {
        let bytes = painting.paint(text.bytes)
        let (documents, found, failure) = unsafe bytes.withUnsafeBufferPointer { buffer in
            let events = unsafe EventStream(buffer, isPlainASCII: text.isPlainASCII)
            var builder = TreeBuilder(events, text: text, painting: painting)
            let documents = builder.documents()
            return (documents, builder.report, builder.failure)
        }
        report.add(found)
        return (documents, failure)
    }

    static func tooLarge(source: SourceID, _ limits: Limits) -> Diagnostic {
        .error(
            YAMLCode.tooLarge, "a file must not exceed \(limits.maximumBytes >> 20) MiB",
            at: SourceSpan(source: source, start: 0, end: 0))
    }
}

/// Mistakes that are covered so that the rest of the file can be read.
struct Painting {
    /// A stretch of one mistake and the byte that covers it.
    struct Stretch { let start: Int, end: Int, paint: UInt8 }

    private var stretches: [Stretch] = []
    /// What was covered, as diagnostics.
    var mistakes: [Diagnostic] = []

    /// Covers a mistake; false if it is covered already or there are too many.
    mutating func add(_ stretch: Stretch, _ mistake: Diagnostic) -> Bool {
        let isNew = !stretches.contains { $0.start < stretch.end && stretch.start < $0.end }
        guard isNew, stretches.count < 50, stretch.start < stretch.end else { return false }
        stretches.append(stretch)
        mistakes.append(mistake)
        return true
    }

    /// The bytes with everything covered.
    func paint(_ bytes: [UInt8]) -> [UInt8] {
        guard !stretches.isEmpty else { return bytes }
        var painted = bytes
        for stretch in stretches {
            for index in stretch.start..<stretch.end where painted[index] < 0x80 {
                painted[index] = stretch.paint
            }
        }
        return painted
    }

    /// Where a covered text that starts at an offset ends.
    func end(ofTextAt start: Int) -> Int? {
        guard !stretches.isEmpty else { return nil }
        return stretches.first { $0.start == start && $0.paint != 0x20 }?.end
    }
}

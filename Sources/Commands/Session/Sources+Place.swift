public import Diagnostics
public import Platforms

extension Sources {
    /// The place of a span, as a plan keeps it.
    public func place(of span: SourceSpan) -> Place {
        let source = self[span.source]
        let position = source.position(ofByte: Int(span.start))
        return Place(file: source.name, line: position.line, column: position.column)
    }

    /// The span of a place that a plan kept: from there to the end of its line.
    func span(of place: Place) -> SourceSpan? {
        for index in 0..<count where self[SourceID(UInt32(index))].name == place.file {
            let source = self[SourceID(UInt32(index))]
            return source.lineSpan(place.line, from: place.column, id: SourceID(UInt32(index)))
        }
        return nil
    }
}

extension Source {
    fileprivate func lineSpan(_ line: Int, from column: Int, id: SourceID) -> SourceSpan? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard line >= 1, line <= lines.count else { return nil }
        let text = lines[line - 1]
        let start = min(text.startIndex + max(0, column - 1), text.endIndex)
        return SourceSpan(source: id, start: start, end: text.endIndex)
    }
}

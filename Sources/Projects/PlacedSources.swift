public import Diagnostics
public import Platforms

/// Sources for places that a plan file kept: the files where they are as they were, else lines of
/// spaces, so that messages name file, line and column.
public struct PlacedSources: Sendable {
    /// The sources, behind those that were there before.
    public private(set) var sources: Sources
    private var ids: [String: SourceID] = [:]

    /// Finds or makes the files of some places; `files` are the digests of what was read.
    public init(
        _ places: [Place], behind sources: Sources, files: [String: String], root: String
    ) {
        self.sources = sources
        let changed = Set(FileDigests.changed(files, in: root))
        for (file, places) in Dictionary(grouping: places, by: \.file).sorted(by: {
            $0.key < $1.key
        }) {
            let isHere = files[file] != nil && !changed.contains(file)
            let bytes = isHere ? FileDigests.read(file, in: root) : nil
            let source = bytes.map { Source(name: file, bytes: $0) } ?? Self.blank(file, places)
            ids[file] = self.sources.add(source)
        }
    }

    /// The span of a place: one character.
    public func span(of place: Place) -> SourceSpan {
        guard let id = ids[place.file] else {
            return SourceSpan(source: SourceID(0), start: 0, end: 0)
        }
        let lines = sources[id].bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
        guard place.line >= 1, lines.count >= place.line else {
            return SourceSpan(source: id, start: 0, end: 0)
        }
        let line = lines[place.line - 1]
        let start = min(line.startIndex + max(0, place.column - 1), line.endIndex)
        return SourceSpan(source: id, start: start, end: min(start + 1, line.endIndex))
    }

    private static func blank(_ file: String, _ places: [Place]) -> Source {
        let most = 100_000
        let last = min(places.map(\.line).max() ?? 1, most)
        var columns = Array(repeating: 0, count: max(1, last))
        for place in places where (1...max(1, last)).contains(place.line) {
            columns[place.line - 1] = max(columns[place.line - 1], min(place.column, most))
        }
        let lines = columns.map { String(repeating: " ", count: $0) }
        return Source(name: file, text: lines.joined(separator: "\n"))
    }
}

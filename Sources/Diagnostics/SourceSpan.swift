/// The number of a source within one run; `Sources` turns it back into a name and bytes.
public struct SourceID: Hashable, Sendable, Comparable {
    /// The position in `Sources`.
    public let index: UInt32

    /// Names the source at a position of `Sources`.
    public init(_ index: UInt32) { self.index = index }

    /// Orders sources as they were added.
    public static func < (left: SourceID, right: SourceID) -> Bool { left.index < right.index }
}

/// A half-open range of bytes in one source: where something the author wrote stands.
public struct SourceSpan: Hashable, Sendable, Comparable {
    /// The source that the bytes belong to.
    public let source: SourceID
    /// The offset of the first byte.
    public let start: UInt32
    /// The offset behind the last byte; equal to `start` for a place between two bytes.
    public let end: UInt32

    /// Spans bytes `start` to `end` of a source.
    public init(source: SourceID, start: Int, end: Int) {
        self.source = source
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }

    /// Orders spans by source, then place, the shorter first.
    public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.source, left.start, left.end) < (right.source, right.start, right.end)
    }

    /// Spans everything from this span's start to the other's end.
    public func joined(with other: SourceSpan) -> SourceSpan {
        SourceSpan(
            source: source, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
    }
}

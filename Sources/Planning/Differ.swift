public import Documents
public import Platforms

/// Compares what is wanted, what was last applied and what is live, field by field.
public enum Differ {
    /// The fields in which the live object is not what is wanted, each with its cause.
    ///
    /// Members of `wanted` are compared, in the order of their names, and what was written and is
    /// not wanted any more is released. A `written` of nil means that nothing was ever applied; a
    /// `returned` of nil that it came back as it was written.
    public static func compare(
        wanted: Value, written: Value?, returned: Value? = nil, observed: Value?, shape: Shape,
        ignored: [FieldPath] = [], digests: [String: String] = [:],
        recordedDigests: [String: String] = [:]
    ) -> [FieldChange] {
        var comparison = Comparison()
        comparison.ignored = Set(ignored)
        comparison.digests = digests
        comparison.recordedDigests = recordedDigests
        comparison.findsReleased = true
        let applied = Applied(
            written: written, returned: returned ?? written, knowsWritten: true)
        comparison.object(
            wanted.object ?? [:], applied, observed, .object(SortedShape(shape)), Inheritance())
        return comparison.found.map(\.change)
    }
}

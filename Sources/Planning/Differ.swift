public import Documents
public import Platforms

/// Compares what is wanted, what was last applied and what is live, field by field.
public enum Differ {
    /// The fields in which the live object is not what is wanted, each with its cause.
    ///
    /// Only members of `wanted` are compared, in the order of their names. A `recorded` of nil
    /// means that nothing was ever applied.
    public static func compare(
        wanted: Value, recorded: Value?, observed: Value?, shape: Shape,
        ignored: [FieldPath] = [], digests: [String: String] = [:],
        recordedDigests: [String: String] = [:]
    ) -> [FieldChange] {
        var comparison = Comparison()
        comparison.ignored = Set(ignored)
        comparison.digests = digests
        comparison.recordedDigests = recordedDigests
        comparison.object(
            wanted.object ?? [:], recorded, observed, .object(SortedShape(shape)), Inheritance())
        return comparison.found.map(\.change)
    }
}

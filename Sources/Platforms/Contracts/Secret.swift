/// A value that must not be seen: it cannot be printed, encoded, compared or shown by reflection.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let value: String

    /// Hides a value.
    public init(_ value: String) { self.value = value }

    /// Hands the value to the one place that sends or digests it.
    public func reveal<Result>(_ use: (String) throws -> Result) rethrows -> Result {
        try use(value)
    }

    /// Whether nothing is hidden.
    public var isEmpty: Bool { value.isEmpty }
    /// Always the same words.
    public var description: String { "‹secret›" }
    /// Always the same words.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

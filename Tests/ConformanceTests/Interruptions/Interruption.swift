import Testing

/// How a run is interrupted at one of its writes.
enum Interruption: String, Sendable, CaseIterable, CustomTestStringConvertible {
    /// The platform refuses the write once.
    case refused = "403"
    /// The platform fails twice before it carries the write out.
    case failing = "500 twice"
    /// The write does not reach the platform, and nothing after it does.
    case lostBefore = "lost before it"
    /// The write is carried out, its answer is lost, and nothing after it reaches the platform.
    case lostAfter = "lost after it"

    var testDescription: String { rawValue }
}

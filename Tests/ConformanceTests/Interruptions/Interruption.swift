import Testing

/// How a run is interrupted at one of its writes.
enum Interruption: String, Sendable, CaseIterable, CustomTestStringConvertible {
    /// The platform refuses the write once.
    case refused = "403"
    /// The platform fails twice before it carries the write out.
    case failing = "500 twice"
    /// The process ends before the write reaches the platform.
    case killedBefore = "killed before it"
    /// The process ends once the write was carried out, before it hears of that.
    case killedAfter = "killed after it"

    var testDescription: String { rawValue }
}

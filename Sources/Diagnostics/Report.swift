/// The problems found so far; every stage adds to it and goes on with the best value it has.
public struct Report: Sendable {
    /// Everything reported, in the order it was reported.
    public private(set) var diagnostics: [Diagnostic] = []
    /// Whether an error is among them.
    public private(set) var hasErrors = false
    /// How many names were compared to find near ones.
    private(set) var compared = 0

    private static let mostCompared = 200_000

    /// Starts without problems.
    public init() {}

    /// Adds a problem.
    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    /// Adds all problems of another report.
    public mutating func add(_ other: Report) {
        diagnostics.append(contentsOf: other.diagnostics)
        hasErrors = hasErrors || other.hasErrors
    }

    /// The nearest of some names to one that is not known; nil also once so many names were looked
    /// through that no reader waits for another guess, which keeps a file full of unknown names
    /// from being compared with all known ones.
    public mutating func nearest(
        to name: String, among names: @autoclosure () -> some Collection<String>
    ) -> String? {
        guard compared < Report.mostCompared else { return nil }
        let names = names()
        compared += names.count
        return Suggestion.nearest(to: name, among: names)
    }

    /// The problems in reading order, those without a place last, each said once.
    public var sorted: [Diagnostic] {
        let placed = diagnostics.enumerated().sorted { left, right in
            switch (left.element.primary?.span, right.element.primary?.span) {
            case (let one?, let other?) where one != other: one < other
            case (nil, .some): false
            case (.some, nil): true
            default: left.offset < right.offset
            }
        }
        return placed.map(\.element).removingRepeats()
    }
}

extension [Diagnostic] {
    fileprivate func removingRepeats() -> [Diagnostic] {
        reduce(into: []) { kept, next in
            if kept.last != next { kept.append(next) }
        }
    }
}

import ArgumentParser

/// A state of a flow as people type it, in either vocabulary, in upper or lower case.
enum FrontlineStatus: String, CaseIterable, ExpressibleByArgument {
    case draft = "DRAFT"
    case active = "ACTIVE"
    case paused = "PAUSED"
    case suspended = "SUSPENDED"
    case archived = "ARCHIVED"

    init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    /// The word of files.
    var canonical: String { self == .suspended ? "PAUSED" : rawValue }

    /// All words, for help.
    static let words = allCases.map(\.rawValue).joined(separator: ", ")
}

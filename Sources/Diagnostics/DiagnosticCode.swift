/// Names the rule of a diagnostic; a text alone names none.
public protocol DiagnosticCode: Sendable {
    /// The stable name of the rule, `area/problem`.
    var text: String { get }
}

/// A code of one area; the `switch` of `meaning` makes the compiler refuse one without its long
/// form.
public protocol ExplainedCode: DiagnosticCode, RawRepresentable<String>, CaseIterable {
    /// What the rule of each code asks for, and why.
    var meaning: Meaning { get }
}

extension ExplainedCode {
    /// The raw value.
    public var text: String { rawValue }

    /// The long forms of all codes, in the order of the cases.
    public static var explanations: [Explanation] {
        allCases.map { Explanation($0, $0.meaning) }
    }
}

/// A rule that several platforms have, each with its own name in front: `lytics/unknown-key`.
public protocol SharedCode: RawRepresentable<String>, CaseIterable, Sendable {
    /// What the rule asks for, and why, whatever the platform.
    var explanation: String { get }
}

extension SharedCode {
    /// The code with the name of a platform in front.
    public func of(_ area: String) -> AnyDiagnosticCode {
        AnyDiagnosticCode(recorded: "\(area)/\(rawValue)")
    }

    /// The code alone, for what does not know its platform.
    public var withoutArea: AnyDiagnosticCode { AnyDiagnosticCode(recorded: rawValue) }

    /// Whether a code is this one, with any name in front.
    public func matches(_ code: String) -> Bool { code.hasSuffix("/\(rawValue)") }

    /// The long forms of a platform's codes with its own examples, but of those it never reports.
    public static func explanations(
        of area: String, without unused: [Self] = [], example: (Self) -> String?
    ) -> [Explanation] {
        allCases.filter { code in !unused.contains { $0 == code } }
            .map { Explanation($0.of(area), Meaning($0.explanation, example: example($0))) }
    }
}

/// Any code as a value that is kept: in a refusal, an expectation, a plan file.
public struct AnyDiagnosticCode: DiagnosticCode, Hashable {
    /// The stable name of the rule, `area/problem`.
    public let text: String

    /// Keeps a code.
    public init(_ code: some DiagnosticCode) { text = code.text }

    /// Reads a code back that was written as text before.
    public init(recorded text: String) { self.text = text }
}

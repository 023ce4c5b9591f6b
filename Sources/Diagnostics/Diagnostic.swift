/// One problem, as a value: what is wrong, where, and what to do.
///
/// `message` is a rule or a fact in lower case without a full stop; only `help` advises. Codes are
/// `area/problem`, such as `yaml/duplicate-key`.
public struct Diagnostic: Sendable, Equatable {
    /// How much a problem matters.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        case note, warning, error

        /// Orders from note to error.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A place and what is to be said about it there.
    public struct Label: Sendable, Equatable {
        /// The bytes to underline.
        public let span: SourceSpan
        /// What to write beside the underline; may be empty.
        public let text: String

        /// Labels a span.
        public init(_ span: SourceSpan, _ text: String = "") {
            self.span = span
            self.text = text
        }
    }

    /// A change of the text that would mend the problem.
    public struct Fix: Sendable, Equatable {
        /// The bytes to replace.
        public let span: SourceSpan
        /// What to write instead.
        public let replacement: String

        /// Replaces a span by a text.
        public init(_ span: SourceSpan, replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// How much it matters.
    public var severity: Severity
    /// The stable name of the rule, `area/problem`.
    public private(set) var code: String
    /// The one sentence to show if only one can be shown.
    public var message: String
    /// Where it is; nil for problems without a place in a file.
    public var primary: Label?
    /// Other places that belong to it ("declared here").
    public var secondary: [Label]
    /// Facts beside it.
    public var notes: [String]
    /// What to do about it.
    public var help: String?
    /// The edit that mends it, where there is exactly one.
    public var fix: Fix?

    /// Describes a problem.
    public init(
        _ severity: Severity, _ code: some DiagnosticCode, _ message: String,
        at span: SourceSpan? = nil,
        label: String = "", secondary: [Label] = [], notes: [String] = [], help: String? = nil,
        fix: Fix? = nil
    ) {
        self.severity = severity
        self.code = code.text
        self.message = message
        self.primary = span.map { Label($0, label) }
        self.secondary = secondary
        self.notes = notes
        self.help = help
        self.fix = fix
    }

    /// The same problem, said to break another rule.
    public func recoded(_ code: some DiagnosticCode) -> Diagnostic {
        var copy = self
        copy.code = code.text
        return copy
    }

    /// The same problem with a place to show, where it has none of its own.
    public func placed(at span: SourceSpan) -> Diagnostic {
        guard primary == nil else { return self }
        var copy = self
        copy.primary = Label(span)
        return copy
    }

    /// The same problem as one that must be mended.
    public var asError: Diagnostic {
        var copy = self
        copy.severity = .error
        return copy
    }

    /// Describes an error.
    public static func error(
        _ code: some DiagnosticCode, _ message: String, at span: SourceSpan? = nil,
        label: String = "",
        secondary: [Label] = [], notes: [String] = [], help: String? = nil, fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, code, message, at: span, label: label, secondary: secondary, notes: notes,
            help: help, fix: fix)
    }

    /// Describes a warning.
    public static func warning(
        _ code: some DiagnosticCode, _ message: String, at span: SourceSpan? = nil,
        label: String = "",
        secondary: [Label] = [], notes: [String] = [], help: String? = nil, fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            .warning, code, message, at: span, label: label, secondary: secondary, notes: notes,
            help: help, fix: fix)
    }

    /// Describes a fact worth knowing.
    public static func note(
        _ code: some DiagnosticCode, _ message: String, at span: SourceSpan? = nil,
        label: String = "",
        secondary: [Label] = [], notes: [String] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            .note, code, message, at: span, label: label, secondary: secondary, notes: notes,
            help: help)
    }
}

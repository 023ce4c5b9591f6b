public import Diagnostics
public import Documents

/// An authored field: absent is not managed, null clears, a value is wanted, later is known later.
public struct Written<Wrapped: Sendable & Equatable>: Sendable, Equatable {
    /// The four things an author can say.
    public enum State: Sendable, Equatable {
        case absent
        case null
        case value(Wrapped)
        /// An expression whose value is known only at apply: `.captured`, `.joined` or `.secret`.
        case later(Value)
    }

    /// What was said.
    public var state: State
    /// Where; nil when absent or read from a platform.
    public var span: SourceSpan?

    /// Says something at a place.
    public init(_ state: State = .absent, span: SourceSpan? = nil) {
        self.state = state
        self.span = span
    }

    /// The value, if one was written and is known.
    public var value: Wrapped? { if case .value(let value) = state { value } else { nil } }
    /// Whether nothing was written.
    public var isAbsent: Bool { if case .absent = state { true } else { false } }
    /// Whether something other than null was written.
    public var isPresent: Bool {
        switch state {
        case .absent, .null: false
        case .value, .later: true
        }
    }
    /// Whether something was written that does not fit, which was reported.
    package var isMistaken: Bool { isAbsent && span != nil }
}

extension Written<String> {
    /// Whether a text was written that is not empty, as far as is known.
    package var isFilled: Bool { isPresent && value?.isEmpty != true }
}

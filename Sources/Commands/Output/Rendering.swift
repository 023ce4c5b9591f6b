public import Documents

/// What a command shows on stdout, in the format that was asked for.
public enum Rendering: Sendable, Equatable {
    /// What a person reads.
    case text(String)
    /// Data for programs.
    case json(Value)
}

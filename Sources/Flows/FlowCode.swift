public import Diagnostics

/// What the shape of a flow asks for, the same for all platforms.
public enum FlowCode: String, SharedCode {
    /// An edge to a step that does not exist.
    case unknownTarget = "unknown-target"
    /// A step that nobody can come to.
    case unreachableStep = "unreachable-step"
    /// A step that leads nowhere.
    case deadEnd = "dead-end"
    /// Steps that nobody gets out of.
    case neverEnds = "never-ends"
    /// A cycle that nobody waits in.
    case cycleWithoutDelay = "cycle-without-delay"

    /// What each rule asks for, and why.
    public var explanation: String {
        switch self {
        case .unknownTarget: "A step leads to steps that exist, or to the end."
        case .unreachableStep:
            "Every step can be reached from the first one, or from the one that is named as the "
                + "root."
        case .deadEnd: "Every step leads on; a split has at least one way out."
        case .neverEnds: "From every step there is a way to the end."
        case .cycleWithoutDelay:
            "Whoever comes back to a step waits in between, else they would go round and round at "
                + "once. With a delay a cycle is allowed: a reminder, say."
        }
    }
}

import Diagnostics

/// Codes that only the tests of this module report.
enum SampleCode: String, ExplainedCode {
    case sample = "a/b"
    case unknownStep = "lytics/unknown-step"
    case step = "lytics/step"
    case duplicateKey = "yaml/duplicate-key"
    case warned = "w/w"
    case wrong = "e/e"

    var meaning: Meaning {
        switch self {
        case .sample: Meaning("An `a` has a `b`.", example: "a: c\n")
        case .unknownStep, .step, .duplicateKey, .warned, .wrong: Meaning("It is \(self).")
        }
    }
}

/// Codes that several platforms would have.
enum SampleSharedCode: String, SharedCode {
    case unknownKey = "unknown-key"
    case deadEnd = "dead-end"

    var explanation: String { "It is \(self)." }
}

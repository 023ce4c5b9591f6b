import Documents
import Platforms
import Testing

/// A document of a subject: where it is written and what it says.
struct Document: Sendable {
    var path: String
    var value: Value

    /// `type/id`, as references write it.
    var name: String {
        let kind = value["kind"]?.text ?? ""
        return "\(kind.split(separator: "/").last ?? "")/\(value["id"]?.text ?? "")"
    }
}

/// What a platform must give to join the conformance suite: one line in `all`.
struct Subject: Sendable, CustomTestStringConvertible {
    /// What it is called in the output of a run.
    var name: String
    /// The whole `weir.yaml`.
    var project: Value
    /// One document at least for every kind, each with as many fields as can stand together.
    var documents: [Document]
    /// Other values for fields that cannot be changed by rule, `lytics/flow entry_segment_id`.
    var alternatives: [String: Value]
    /// Fields that cannot change alone, with the reason.
    var exempt: [String: String]
    /// The switches of the emulator it needs.
    var switches: [String] = []
    /// Environment variables: tokens.
    var variables: [String: String]
    /// The variables that hold the base URL, each with what follows the emulator's.
    var urlVariables: [String: String]
    /// The kind and id of an object, a field of it, and another value, for changes behind our back.
    var behindOurBack: (kind: String, id: String, field: String, value: Value)

    var testDescription: String { name }

    /// Every platform and dialect that takes part.
    static let all: [Subject] = ["steps", "graph", "core", "auto"].map { Subject.lytics(wire: $0) }
}

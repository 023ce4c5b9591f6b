import Commands
import Documents
import EmulatedKit
import Platforms
import Testing

/// What a platform must give to join the conformance suite: one line in `all`.
struct Subject: Sendable, CustomTestStringConvertible {
    /// What it is called in the output of a run.
    var name: String
    /// The whole `weir.yaml`.
    var project: Value
    /// Between them they write every field of every kind, as far as the subject can carry it.
    var documents: [Document]
    /// Those of them that together make a write of every sort, as few as can be.
    var few: [Document]
    /// The documents for the fields that the subject cannot carry, which it must refuse.
    var refused: [Document] = []
    /// The code of that refusal.
    var refusal = ""
    /// Other values where no rule gives one: by place, `flow/welcome steps.send.next`, or by field.
    var alternatives: [String: Value]
    /// What cannot change alone, with the reason: by place or by field.
    var exempt: [String: String]
    /// What cannot be cleared alone, with the reason: by place or by field.
    var needed: [String: String] = [:]
    /// The field that a plan names beside another one, because it follows from it.
    var following: [String: String]
    /// The sources that the emulator follows.
    var preset = EmulatedPreset.today
    /// The switches of the emulator it needs.
    var switches: [String] = []
    /// The fields whose elements are resources of their own, with the type that they have there.
    var children: [String: String] = [:]
    /// Environment variables: tokens.
    var variables: [String: String]
    /// The variables that hold the base URL, each with what follows the emulator's.
    var urlVariables: [String: String]
    /// The kind and id of an object, a field of it, and another value, for changes behind our back.
    var behindOurBack: (kind: String, id: String, field: String, value: Value)

    var testDescription: String { name }

    /// Every platform and dialect that takes part.
    static let all: [Subject] =
        ["steps", "graph", "core", "auto"].map { Subject.lytics(wire: $0) }
        + EmulatedPreset.allCases.map { Subject.frontline(preset: $0) }
        + EmulatedPreset.allCases.map { Subject.tenex(preset: $0) }
        + [Subject.tenex(preset: .today, isRenamed: true)]
}

extension Subject {
    /// The emulated APIs, each with the names that the subject's account has.
    var apis: [any EmulatedAPI] {
        Catalog.emulated { project["accounts"]?[$0]?.object }
    }

    /// The kinds of the platforms that the subject's documents belong to.
    var kinds: [any Kind] {
        let platforms = Set(documents.compactMap { $0.kind?.name.platform })
        return Catalog.kinds.filter { $0.parent == nil && platforms.contains($0.name.platform) }
    }

    /// The kind of the children that a field of a document holds; nil where it holds none.
    func childKind(_ document: Document, _ field: String) -> (any Kind)? {
        let kind = document.value["kind"]?.text ?? ""
        guard let type = children["\(kind) \(field)"], let platform = document.kind?.name.platform
        else { return nil }
        return Catalog.kind(KindName(platform, type))
    }

    /// What a table says of a place in a document, or else of the field in any document.
    func entry<T>(_ table: [String: T], _ document: Document, _ place: Place) -> T? {
        let kind = document.value["kind"]?.text ?? ""
        return table["\(document.name) \(place.path)"] ?? table["\(kind) \(place.field)"]
    }
}

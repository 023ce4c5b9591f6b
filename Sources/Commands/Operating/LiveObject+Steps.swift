import Diagnostics
import Platforms

/// How commands speak of the steps of a type's objects.
struct StepWords: Sendable {
    /// The code of a step that is refused.
    let code: any DiagnosticCode
    /// What to do where no step is left.
    let over: String
    /// The command that deletes an object, where that is one among its steps.
    var deletes: String?
    /// The lifecycle's word for the platform's.
    var state: @Sendable (String) -> String = { $0 }
    /// What people call the platform's word, where that is not the lifecycle's.
    var word: (@Sendable (String) -> String)?
}

extension LiveObject {
    /// The commands that can be given as it is now; nil where nobody knows its state.
    var verbs: [String]? {
        guard let lifecycle = type.lifecycle, let verbs = lifecycle.verbs(from: state) else {
            return nil
        }
        let isDeletable = lifecycle.deletion[state] != nil
        return verbs + (isDeletable ? [type.steps?.deletes].compactMap(\.self) : [])
    }

    /// Whether a command can be given as it is now, as far as anybody knows.
    func allows(_ verb: String) -> Bool { verbs?.contains(verb) ?? true }

    /// Whether a command has nothing left to do.
    func isDone(_ verb: String) -> Bool {
        guard let lifecycle = type.lifecycle, failure == nil else { return false }
        if verb == type.steps?.deletes { return lifecycle.gone.contains(state) }
        return lifecycle.isDone(verb, in: state)
    }

    /// How it failed by itself, in the platform's words; nil where it did not.
    private var failure: String? {
        let trouble = observed.flatMap { Workspace.kinds[type.kind]?.trouble(of: $0, now: "") }
        return trouble?.degree == .failed ? trouble?.words : nil
    }

    /// Why a command cannot be given as it is now; none where it can.
    func refusals(_ verb: String) -> [Diagnostic] {
        guard let words = type.steps, !allows(verb) else { return [] }
        let possible = (verbs ?? []).map { "`\($0)`" }.joined(separator: ", ")
        return [
            .error(
                words.code,
                "a \(type.singular) that is \(failure ?? word) cannot be \(PendingWrite.past(verb)): "
                    + title,
                help: possible.isEmpty ? words.over : "it can \(possible)")
        ]
    }
}

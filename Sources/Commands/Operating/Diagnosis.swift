import Diagnostics
import Documents

/// One thing that a doctor looked at.
struct Diagnosis: Sendable {
    /// How it is.
    enum State: String, Sendable { case ok, note, wrong }

    /// What was looked at.
    let check: String
    /// How it is.
    let state: State
    /// What was found.
    let finding: String
    /// What to do.
    var help: String?
}

/// Everything that a doctor found, in order.
struct Diagnoses: Showable {
    let findings: [Diagnosis]

    func text(_ style: TextStyle) -> String {
        findings.map { one in
            let word = style.paint(one.state.rawValue.padded(to: 5), Self.colour(one.state))
            let help = one.help.map { style.lines("       help: ", $0) } ?? []
            let lines = style.lines("\(word)  ", "\(one.check): \(one.finding)") + help
            return lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    var json: Value {
        .list(
            findings.map { one in
                [
                    "check": .text(one.check), "state": .text(one.state.rawValue),
                    "finding": .text(one.finding), "help": one.help.map { .text($0) } ?? .null,
                ]
            })
    }

    private static func colour(_ state: Diagnosis.State) -> TextStyle.Colour {
        switch state {
        case .ok: .green
        case .note: .yellow
        case .wrong: .red
        }
    }
}

import Diagnostics
import Documents
import Foundation
import Planning
import Platforms

/// The steps of the demo: each runs the real verb, and a step that ends otherwise than it should
/// fails the demo.
struct DemoWalk: Sendable {
    /// The session on the copy of `flows/`.
    let session: Session
    /// The copy of `flows/`.
    let folder: URL
    /// The emulator's base URL.
    let emulator: String

    /// Plays all steps.
    func play() async throws -> ExitStatus {
        say("an emulator of the platforms listens on \(emulator), with a copy of flows/ beside it")
        try await step("weir validate", "every file is read and checked; nothing is sent") {
            try await session.validate()
        }
        try await step("weir plan", "the files are compared with what is live") {
            try await plan()
        }
        try await step("weir apply --yes", "the plan is carried out") { try await apply() }
        try await step("weir plan --exit-code", "nothing is left to do") {
            try await plan(mayBeEmptyOnly: true)
        }
        try await changeBehindOurBack()
        try await step("weir plan", "the change is shown as drift") { try await plan() }
        try await step("weir apply --yes", "the files win again") { try await apply() }
        try await step("weir plan --exit-code", "and nothing is left to do") {
            try await plan(mayBeEmptyOnly: true)
        }
        try await changeWhatTheAgentSays()
        for entry in Catalog.entries { try await entry.demo(self) }
        say("that is the main job; `weir emulate` serves the same emulator for your own trials")
        return .done
    }

    private func plan(mayBeEmptyOnly: Bool = false) async throws -> ExitStatus {
        let planned = try await session.planProject(PlanningOptions())
        session.show(planned.plan, .text, calls: false)
        return mayBeEmptyOnly && !planned.plan.isEmpty ? .changesPending : .done
    }

    private func apply() async throws -> ExitStatus {
        let options = try ApplyingOptions.unattended()
        return try await session.apply(PlanningOptions(), options, command: "apply")
    }

    func step(
        _ command: String, _ why: String, _ run: () async throws -> ExitStatus
    ) async throws {
        say(why)
        session.console.data("$ \(command)")
        let status = try await run()
        guard status == .done else {
            throw Failure(
                status,
                .error(
                    CommandCode.demoUnexpected, "`\(command)` ended with \(status.rawValue), not 0")
            )
        }
    }

    /// Changes the description of one flow as somebody in the platform's own screens would.
    private func changeBehindOurBack() async throws {
        say("somebody edits a flow in the platform's own screens")
        let edit: Value = [
            "kind": "lytics/flow", "id": "welcome_series",
            "set": ["description": "edited by hand on a Friday evening"],
        ]
        session.console.data("(the description of welcome_series is now another)")
        try await EmulatorControl(url: emulator).post("edit", edit)
    }

    /// Changes a message of a conversation that is live, and publishes it.
    private func changeWhatTheAgentSays() async throws {
        say("now the files change: what the support agent says where it finds no order")
        try rewrite(
            "frontline/flows/order-status.yaml", "Could you look at the number once more?",
            "It has six digits; could you look once more?")
        session.console.data("(the message of the node not_found is now another)")
        try await step(
            "weir plan", "a row writes the draft, and a row of its own puts it before people"
        ) { try await plan() }
        try await step("weir apply --yes", "the draft is written, then published") {
            try await apply()
        }
        try await step("weir plan --exit-code", "and once more nothing is left to do") {
            try await plan(mayBeEmptyOnly: true)
        }
    }

    private func rewrite(_ path: String, _ old: String, _ new: String) throws {
        let file = folder.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(old) else {
            throw Failure(
                .failed, .error(CommandCode.demoOtherFlows, "`\(path)` does not hold `\(old)`"))
        }
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    private func say(_ text: String) {
        session.console.data("\n# \(text)")
    }
}

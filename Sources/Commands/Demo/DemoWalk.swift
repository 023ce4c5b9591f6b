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

    private func step(
        _ command: String, _ why: String, _ run: () async throws -> ExitStatus
    ) async throws {
        say(why)
        session.console.data("$ \(command)")
        let status = try await run()
        guard status == .done else {
            throw Failure(
                status,
                .error("demo/unexpected", "`\(command)` ended with \(status.rawValue), not 0"))
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

    private func say(_ text: String) {
        session.console.data("\n# \(text)")
    }
}

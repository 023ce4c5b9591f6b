import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private let paused: Object = ["name": "P", "status": "paused"]
private let running: Object = ["name": "P", "status": "running"]

/// A flow that starts and acts through a press, by reference or by the id that it has.
private func scene(_ press: Value, state: Value = "running") -> Scene {
    Scene(wanted: [Toy.resource("toy/flow/f", ["label": "F", "press_id": press, "state": state])])
}

private let captured: Value = .captured(Slot("toy/press/p"))

@Suite struct `a start through what does not run` {
    @Test(arguments: [captured, "7"])
    func `is warned about where a file leaves that paused`(_ press: Value) {
        for state: Value? in ["paused", nil] {
            var scene = scene(press)
            var file: Object = ["name": "P"]
            if let state { file["status"] = state }
            scene.wanted.append(Toy.resource("toy/press/p", file))
            scene.has("toy/press/p", id: "7", file, live: paused)
            _ = scene.plan()
            #expect(scene.codes == ["plan/starts-without-need"])
            let warning = scene.report.diagnostics.first
            #expect(warning?.severity == .warning)
            #expect(warning?.message == "`toy/flow/f` starts while `toy/press/p` is `paused`")
            #expect(warning?.notes == ["nothing is printed"])
            #expect(
                warning?.primary?.span == scene.wanted.first?.node["state"]?.span)
        }
    }

    @Test func `is warned about where this plan makes that and does not start it`() {
        var scene = scene(captured)
        scene.wanted.append(Toy.resource("toy/press/p", ["name": "P"]))
        _ = scene.plan()
        #expect(scene.codes == ["plan/starts-without-need"])
    }

    @Test func `is warned about where this plan pauses that`() {
        var scene = scene(captured)
        scene.wanted.append(Toy.resource("toy/press/p", paused))
        scene.has("toy/press/p", id: "7", running)
        _ = scene.plan()
        #expect(scene.codes == ["plan/starts-without-need"])
    }

    @Test func `is warned about where no file describes that`() {
        var scene = scene("7")
        scene.observed.append(Toy.observed("toy/press/p", id: "7", paused))
        _ = scene.plan()
        #expect(
            scene.report.diagnostics.map(\.message)
                == ["`toy/flow/f` starts while press `7` (P) is `paused`"])
    }

    @Test(arguments: [captured, "7"])
    func `is not warned about where that runs, or this plan starts it`(_ press: Value) {
        for live in [running, paused] {
            var scene = scene(press)
            scene.wanted.append(Toy.resource("toy/press/p", running))
            scene.has("toy/press/p", id: "7", paused, live: live)
            scene.recorded[0].written = .object(live)
            _ = scene.plan()
            #expect(scene.codes == [])
        }
        var fresh = scene(captured)
        fresh.wanted.append(Toy.resource("toy/press/p", running))
        _ = fresh.plan()
        #expect(fresh.codes == [])
    }

    @Test func `is warned about only where the plan has it`() {
        var scene = scene(captured)
        scene.wanted.append(Toy.resource("toy/press/p", running))
        scene.has("toy/press/p", id: "7", paused)
        scene.options.only = [Address("toy/press/p")]
        _ = scene.plan()
        #expect(scene.codes == [])
        scene.wanted[1] = Toy.resource("toy/press/p", paused)
        _ = scene.plan()
        #expect(scene.codes == [])
        scene.options.only = [Address("toy/flow/f")]
        _ = scene.plan()
        #expect(scene.codes == ["plan/starts-without-need"])
    }

    @Test func `is not warned about where nothing starts`() {
        for state: Value in ["draft", "running"] {
            var scene = scene("7", state: state)
            scene.observed.append(Toy.observed("toy/press/p", id: "7", paused))
            let live: Object = ["label": "F", "press_id": "7", "state": state]
            scene.has("toy/flow/f", id: "f", live)
            _ = scene.plan()
            #expect(scene.codes == [])
        }
    }
}

import Foundation
import Testing

/// The real program gets signals while it waits, or while a write is on its way.
@Suite struct `a signal` {
    private static let apply = "weir -C flows apply --yes --parallel 1"
    private static let waiting = "waiting 4 min 10 s: "
    private static let refusal = "not sent again: interrupted while it waited for `"

    private func expectRest(_ scene: Scene, _ shell: Shell) async throws {
        let again = try await shell.run(Self.apply)
        #expect(again.status == 0, "\(again.output.joined(separator: "\n"))")
        #expect(await scene.repeated == [])
        let plan = try await shell.run("weir -C flows plan --exit-code")
        #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `ends a wait at once, for what was refused is not in flight`(
        _ signal: Int32
    ) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.refuse(waiting: 250)
            let stopped = try await shell.run("exec \(Self.apply)") { running in
                let isWaiting = try await running.prints(Self.waiting)
                #expect(isWaiting)
                running.send(signal)
            }
            #expect(stopped.status == 130)
            #expect(stopped.output.contains { $0.contains("  failed: " + Self.refusal) })
            #expect(stopped.output.last?.hasPrefix("0 done, 1 failed, ") == true)
            #expect(stopped.output.last?.hasSuffix(" not started; 1 write sent") == true)
            #expect(try await scene.writes(shell).count == 1)
            try await expectRest(scene, shell)
        }
    }

    @Test func `ends a plan that waits`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.refuse(waiting: 250, writes: false)
            let stopped = try await shell.run("exec weir -C flows plan") { running in
                let isWaiting = try await running.prints(Self.waiting)
                #expect(isWaiting)
                running.send(SIGINT)
            }
            #expect(stopped.status == SIGINT)
            #expect(stopped.output.count == 1)
        }
    }

    @Test func `ends an operating command that waits`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.refuse(waiting: 250)
            let made = try await shell.run(
                #"echo '{"label": "Orders", "provider_slug": "snowflake"}' > orders.json"#)
            #expect(made.status == 0)
            let create = "exec weir lytics connections create -f orders.json --yes"
            let stopped = try await shell.run(create) { running in
                let isWaiting = try await running.prints(Self.waiting)
                #expect(isWaiting)
                running.send(SIGINT)
            }
            #expect(stopped.status == 130)
            #expect(stopped.output.contains("error[account/interrupted]: \(Self.refusal)lytics`"))
        }
    }

    @Test func `given twice ends everything at once, and the next run finds out`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(3)
            let stopped = try await shell.run("exec \(Self.apply)") { running in
                let isHeld = try await scene.isHeld(3, shell)
                #expect(isHeld)
                running.send(SIGINT)
                let isTold = try await running.prints("interrupted: ")
                #expect(isTold)
                running.send(SIGINT)
            }
            #expect(stopped.status == 130)
            #expect(stopped.output.last?.hasPrefix("interrupted: ") == true)
            try await expectRest(scene, shell)
        }
    }

    @Test func `of a terminal that goes away is nothing to what was started to ignore it`()
        async throws
    {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(3)
            let done = try await shell.run("trap '' HUP; exec \(Self.apply)") { running in
                let isHeld = try await scene.isHeld(3, shell)
                #expect(isHeld)
                running.send(SIGHUP)
                await scene.letGo()
            }
            #expect(done.status == 0, "\(done.output.joined(separator: "\n"))")
            #expect(!done.output.contains { $0.hasPrefix("interrupted: ") })
        }
    }
}

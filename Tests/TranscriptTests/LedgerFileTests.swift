import Foundation
import Testing

/// The real program and the file of its ledger: read without a trace, lost, full, opened by many.
@Suite struct `the file of the ledger` {
    private static let apply = "exec weir -C flows apply --yes --parallel 1"
    /// Everything in the folder: names, rights, times and bytes, and the folder's own time.
    private static let traces =
        "stat -c '%n %a %y %s' flows/.weir flows/.weir/*; cat flows/.weir/* | cksum"

    @Test(arguments: [
        "plan", "plan --out .plan", "show .plan", "validate", "ledger list", "ledger history",
        "ledger show lytics/auth/braze",
    ])
    func `is as it was after a look`(_ look: String) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let none = try await shell.run("cd flows && weir plan --out .plan; ls -d .weir")
            #expect(none.status != 0, "a plan without a ledger makes none")
            _ = try await shell.run("cd flows && weir apply --yes")
            let before = try await shell.run(Self.traces)
            #expect(before.status == 0 && before.output.count == 4, "\(before.output)")
            let looked = try await shell.run("cd flows && weir \(look)")
            #expect(looked.status == 0, "\(looked.output.joined(separator: "\n"))")
            #expect(try await shell.run(Self.traces).output == before.output)
        }
    }

    @Test func `is as it was after a look beside a run, and after one that was killed`()
        async throws
    {
        let scene = try await Scene()
        try await scene.play { shell in
            _ = try await scene.run(Self.apply, heldAt: 9, shell) { running in
                let before = try await shell.run(Self.traces)
                let list = try await shell.run("weir -C flows ledger list")
                #expect(list.status == 0)
                #expect(list.output.count > 3, "\(list.output)")
                #expect(try await shell.run(Self.traces).output == before.output)
                running.send(SIGKILL)
            }
            await scene.letGo()
            let before = try await shell.run(Self.traces)
            #expect(before.output.contains { $0.contains("sqlite-wal ") })
            let list = try await shell.run("weir -C flows ledger list")
            #expect(list.output.count > 3, "\(list.output)")
            #expect(try await shell.run(Self.traces).output == before.output)
        }
    }

    @Test func `is opened first by many at once`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            for _ in 0..<5 {
                let many = try await shell.run(
                    "rm -rf flows/.weir; for i in 1 2 3 4 5 6 7 8; do weir -C flows forget "
                        + "lytics/auth/none & done; wait; ls flows/.weir")
                let errors = many.output.filter { $0.hasPrefix("error[") }
                #expect(errors.count == 8)
                #expect(
                    errors.allSatisfy {
                        $0.hasPrefix("error[ledger/unknown-address]")
                            || $0.hasPrefix("error[ledger/locked]")
                    }, "\(errors)")
                let files = many.output.suffix(2)
                #expect(files.first == "ledger.sqlite")
                #expect(files.last?.hasSuffix(".lock") == true)
            }
        }
    }

    @Test func `that cannot be written keeps nobody from pausing a job`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let set = try await shell.run(
                "weir -C flows apply --yes && mkdir flows/.weir/ledger.sqlite-shm")
            #expect(set.status == 0, "\(set.output.joined(separator: "\n"))")
            let list = try await shell.run("weir -C flows lytics jobs list")
            #expect(list.status == 0)
            #expect(!list.output.contains { $0.hasPrefix("warning") }, "\(list.output)")
            let pause = try await shell.run(
                "weir -C flows lytics jobs pause lytics/job/braze_welcome --yes")
            let shown = pause.output.joined(separator: "\n")
            #expect(pause.status == 0, "\(shown)")
            #expect(
                pause.output.count { $0.hasPrefix("warning[operate/no-journal]: ") } == 1,
                "\(shown)")
        }
    }

    @Test func `that is removed under a run stops it, and what was sent is told`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let ended = try await scene.run(Self.apply, heldAt: 5, shell) { _ in
                _ = try await shell.run("rm flows/.weir/ledger.sqlite")
                await scene.letGo()
            }
            #expect(ended.status == 5)
            let shown = ended.output.joined(separator: "\n")
            #expect(shown.contains("error[ledger/replaced]: the ledger `"), "\(shown)")
            #expect(shown.contains("note: sent and not recorded: "), "\(shown)")
            #expect(ended.output.last?.hasSuffix("; 6 writes sent") == true, "\(shown)")
            #expect(try await scene.writes(shell).count == 6)
        }
    }

    @Test(arguments: [150, 400, 800])
    func `that cannot grow ends the run in part, and the next makes up for it`(
        _ kilobytes: Int
    ) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let full = try await shell.run(
                "trap '' XFSZ; ulimit -f \(kilobytes * 2); exec weir -C flows apply --yes")
            let shown = full.output.joined(separator: "\n")
            #expect(full.status == 5, "\(shown)")
            #expect(
                full.output.count { $0.hasPrefix("error[ledger/unwritable]: ") } == 1, "\(shown)")
            let writes = try await scene.writes(shell).count
            #expect(full.output.last?.hasSuffix("; \(writes) writes sent") == true, "\(shown)")
            let again = try await shell.run("weir -C flows apply --yes")
            #expect(again.status == 0, "\(again.output.joined(separator: "\n"))")
            #expect(await scene.repeated == [])
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
        }
    }
}

extension Scene {
    /// Runs a command, and does something while one of its writes is held.
    func run(
        _ command: String, heldAt write: Int, _ shell: Shell,
        during work: (Running) async throws -> Void
    ) async throws -> Shell.Ending {
        await hold(write)
        return try await shell.run(command) { running in
            let isHeld = try await isHeld(write, shell)
            #expect(isHeld)
            try await work(running)
        }
    }
}

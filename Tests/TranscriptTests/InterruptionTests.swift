import Documents
import Emulation
import Foundation
import Platforms
import Testing

/// The real program is stopped for real in the middle of an apply, and run again.
@Suite struct `an apply that is cut off` {
    private static let apply = "exec weir -C flows apply --yes --parallel 1"

    @Test(arguments: [0, 3, 9, 16, 24])
    func `goes on where it was killed, and makes nothing twice`(_ write: Int) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(write)
            let killed = try await shell.run(Self.apply) { running in
                let isHeld = try await scene.isHeld(write, shell)
                #expect(isHeld)
                running.send(SIGKILL)
            }
            #expect(killed.status == SIGKILL)
            let again = try await shell.run("weir -C flows apply --yes")
            let shown = again.output.joined(separator: "\n")
            #expect(again.status == 0, "\(shown)")
            #expect(shown.contains("the run of weir apply on "))
            #expect(shown.contains(" was interrupted"))
            #expect(again.output.contains { $0.hasPrefix("recovered: ") })
            #expect(await scene.repeated == [])
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
        }
    }

    @Test(arguments: [1, 3, 5, 6])
    func `leaves what a conversation serves as it was, and goes on`(_ write: Int) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let first = try await shell.run("weir -C flows apply --yes && \(Self.edit)")
            #expect(first.status == 0, "\(first.output.joined(separator: "\n"))")
            let served = try await scene.served(shell)
            let writes = try await scene.writes(shell).count
            await scene.hold(write)
            let killed = try await shell.run(Self.apply) { running in
                let isHeld = try await scene.isHeld(writes + write, shell)
                #expect(isHeld)
                running.send(SIGKILL)
            }
            #expect(killed.status == SIGKILL)
            #expect(try await scene.served(shell) == served)
            let again = try await shell.run("weir -C flows apply --yes")
            #expect(again.status == 0, "\(again.output.joined(separator: "\n"))")
            #expect(try await scene.served(shell) != served)
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
        }
    }

    /// A node goes, its edge is led elsewhere, another node comes, and a message is changed.
    private static let edit =
        "cd flows/frontline/flows && sed -i '/^  note_delay:/,/^    next: apologise/d; "
        + "s/late: note_delay/late: apologise/; s/is on its way/has left/' order-status.yaml && "
        + "printf '    next: ask_more\n\n  ask_more:\n    type: SAY_AI\n    data:\n"
        + "      message: Anything else?\n' >> order-status.yaml"

    @Test(arguments: [2, 5])
    func `goes on with the plan file that it carried out, without any document`(
        _ write: Int
    ) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            let first = try await shell.run("weir -C flows apply --yes && \(Self.edit)")
            #expect(first.status == 0, "\(first.output.joined(separator: "\n"))")
            let writes = try await scene.writes(shell).count
            _ = try await shell.run("\(Self.rename) && weir -C flows plan --out plan.json")
            await scene.hold(write)
            let apply = "weir -C flows apply plan.json --yes"
            let killed = try await shell.run("exec \(apply) --parallel 1") { running in
                let isHeld = try await scene.isHeld(writes + write, shell)
                #expect(isHeld)
                running.send(SIGKILL)
            }
            #expect(killed.status == SIGKILL)
            _ = try await shell.run("mv flows/lytics flows/frontline flows/tenex .")
            let again = try await shell.run(apply)
            let said = again.output.joined(separator: "\n")
            #expect(again.status == 0, "\(said)")
            #expect(said.contains("carried out a part of the plan; this is left:"), "\(said)")
            let third = try await shell.run("\(apply) | tail -1")
            #expect(third.output.last?.hasPrefix("already applied by run ") == true)
            #expect(await scene.repeated == [])
            _ = try await shell.run("mv lytics frontline tenex flows")
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
        }
    }

    /// A job gets another id, and the flow that uses it says so.
    private static let rename =
        "cd flows/lytics && sed -i 's/^id: vip_alert$/id: vip_call\\nweir: { was: vip_alert }/' "
        + "jobs/alerts.yaml && cd ../.. && "
        + "sed -i 's/vip_alert/vip_call/' flows/lytics/flows/*.yaml flows/environments/*.yaml"

    @Test func `keeps its ledger to itself`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(9)
            _ = try await shell.run(Self.apply) { running in
                let isHeld = try await scene.isHeld(9, shell)
                #expect(isHeld)
                let other = try await shell.run("weir -C flows forget lytics/auth/braze")
                #expect(other.status == 7)
                #expect(other.output.first?.hasPrefix("error[ledger/locked]: ") == true)
                await scene.letGo()
                _ = running
            }
        }
    }

    @Test func `is left alone by a plan beside it`() async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(9)
            let killed = try await shell.run(Self.apply) { running in
                let isHeld = try await scene.isHeld(9, shell)
                #expect(isHeld)
                let plan = try await shell.run("weir -C flows plan")
                let said = plan.output.joined(separator: "\n")
                #expect(plan.status == 0, "\(said)")
                #expect(said.contains("another run is under way: weir apply on "), "\(said)")
                #expect(!said.contains("was interrupted"), "\(said)")
                let file = try await shell.run("weir -C flows plan --out plan.json")
                #expect(file.status == 7)
                let other = try await shell.run("weir -C flows apply --yes")
                #expect(other.status == 7)
                #expect(!other.output.contains { $0.contains("was interrupted") })
                running.send(SIGKILL)
            }
            #expect(killed.status == SIGKILL)
            let seen = try await shell.run("weir -C flows plan")
            #expect(seen.output.contains { $0.hasPrefix("note: ") && $0.contains(Self.absent) })
            let again = try await shell.run("weir -C flows apply --yes")
            #expect(
                again.output.contains { $0.hasPrefix("recovered: ") && $0.contains(Self.absent) })
            #expect(await scene.repeated == [])
        }
    }

    private static let absent = "was interrupted; it was not carried out"

    @Test func `is not waited for by an operating command, whose calls are left alone`()
        async throws
    {
        let scene = try await Scene()
        try await scene.play { shell in
            let first = try await shell.run("weir -C flows apply --yes")
            #expect(first.status == 0, "\(first.output.joined(separator: "\n"))")
            let writes = try await scene.writes(shell).count
            await scene.hold(0)
            let paused = try await shell.run("exec \(Self.pause)") { _ in
                let isHeld = try await scene.isHeld(writes, shell)
                #expect(isHeld)
                // Both end well before a request that is held is given up.
                let plan = try await shell.run("weir -C flows plan \(Self.only)")
                let said = plan.output.joined(separator: "\n")
                #expect(said.contains("another run is under way: weir lytics jobs "), "\(said)")
                let apply = try await shell.run("weir -C flows apply --yes \(Self.only)")
                let told = apply.output.joined(separator: "\n")
                #expect(!told.contains("was interrupted"), "\(told)")
                await scene.letGo()
            }
            #expect(paused.status == 0, "\(paused.output.joined(separator: "\n"))")
            let plan = try await shell.run("weir -C flows plan")
            #expect(!plan.output.contains { $0.contains("under way") })
        }
    }

    private static let only = "--only lytics/job/braze_welcome"
    private static let pause = "weir -C flows lytics jobs pause job/braze_welcome --yes"

    @Test(arguments: [2, 14])
    func `finishes what it sent when it is interrupted, and no more`(_ write: Int) async throws {
        let scene = try await Scene()
        try await scene.play { shell in
            await scene.hold(write)
            let stopped = try await shell.run(Self.apply) { running in
                let isHeld = try await scene.isHeld(write, shell)
                #expect(isHeld)
                running.send(SIGINT)
                let isTold = try await running.prints("interrupted: ")
                #expect(isTold)
                await scene.letGo()
            }
            #expect(stopped.status == 130)
            let rows = stopped.output.drop { !$0.hasPrefix("interrupted: ") }.dropFirst()
            #expect(rows.first?.hasPrefix("✓ ") == true)
            let left = rows.dropFirst().prefix { $0.hasSuffix("  not started") }
            let done = stopped.output.count { $0.hasPrefix("✓ ") }
            let summary = "\(done) done, \(left.count) not started; "
            #expect(stopped.output.last?.hasPrefix(summary) == true)
            let again = try await shell.run("weir -C flows apply --yes")
            // The Start flow comes with its agent, so what was a row has become two.
            let adopted = again.output.count { $0.hasPrefix("✓ ") && $0.contains(" = adopt ") }
            #expect(again.output.last?.hasPrefix("\(left.count + adopted) done; ") == true)
            #expect(!again.output.contains { $0.hasPrefix("recovered: ") })
            #expect(await scene.repeated == [])
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
        }
    }
}

import Emulation
import Foundation
import Platforms
import Testing

/// The real program is killed for real in the middle of an apply, and run again.
@Suite struct `an apply that is killed` {
    @Test(arguments: [0, 3, 6, 9, 14, 20, 24])
    func `goes on where it was, and makes nothing twice`(_ write: Int) async throws {
        try await withEmulator(apis: Catalog.platforms.map(\.emulated)) { url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            let fault = """
                [{"writes": true, "skip": \(write), "kind": "latency", \
                "milliseconds": 3600000, "count": 1}]
                """
            let faults = "curl -s -o /dev/null -X POST \(url)/_emulator/faults -d '\(fault)'"
            #expect(try await shell.run(faults).status == 0)
            // The write that hangs is in the log as soon as it arrived; then the kill comes.
            let killed = try await shell.run(
                """
                weir -C flows apply --yes --parallel 1 & pid=$!
                for try in $(seq 3000); do
                    count=$(curl -s "\(url)/_emulator/requests?writes=true" | grep -o '"method"' | wc -l)
                    [ "$count" -gt \(write) ] && break
                done
                kill -9 $pid; wait $pid
                """)
            #expect(killed.status == 137, "\(killed.output.joined(separator: "\n"))")
            let again = try await shell.run("weir -C flows apply --yes")
            #expect(again.status == 0, "\(again.output.joined(separator: "\n"))")
            let plan = try await shell.run("weir -C flows plan --exit-code")
            #expect(plan.status == 0, "\(plan.output.joined(separator: "\n"))")
            let names = try await shell.run(
                """
                for list in v2/auth v2/connection v2/job?show_all=true v2/flow; do
                    curl -s "\(url)/$list" -H "Authorization: $LYTICS_API_TOKEN" | python3 -c '
                import collections, json, sys
                names = [o.get("name") or o["label"] for o in json.load(sys.stdin)["data"]]
                assert names
                print(*[n for n, c in collections.Counter(names).items() if c > 1], end="")'
                done
                """)
            #expect(names.output == [] && names.status == 0, "made twice: \(names.output)")
        }
    }
}

import ArgumentParser
import Diagnostics
import Emulation
import Foundation
import Platforms
import Reconciling

/// `weir demo`: walks through the main job against the emulator, on a copy of `flows/`.
struct DemoCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Walk through the main job against the emulator.")
    static let examples = ["demo", "-C weir demo"]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await global.session().run { try await $0.demo() }
    }
}

extension Session {
    /// Starts an emulator, copies `flows/`, and plays the walk.
    func demo() async throws -> ExitStatus {
        let copy = try copyOfFlows()
        defer { try? FileManager.default.removeItem(at: copy) }
        let emulator = try await Emulator(apis: Catalog.emulated()) {
            await $0.send()
        }
        return try await withEmulator(emulator) { url in
            let walk = DemoWalk(session: demoSession(copy, url), folder: copy, emulator: url)
            return try await walk.play()
        }
    }

    private func copyOfFlows() throws -> URL {
        let flows = URL(fileURLWithPath: directory).appendingPathComponent("flows")
        let copy = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-demo-\(UUID().uuidString)")
        do {
            try FileManager.default.copyItem(at: flows, to: copy)
            try? FileManager.default.removeItem(at: copy.appendingPathComponent(".weir"))
            return copy
        } catch {
            throw Failure(
                .failed,
                .error(
                    CommandCode.demoNoFlows, "there is no `flows/` to copy in `\(directory)`",
                    notes: [error.localizedDescription],
                    help: "run the demo from Weir's own folder, or pass it with `-C`"))
        }
    }

    private func demoSession(_ copy: URL, _ url: String) -> Session {
        var session = self
        session.directory = copy.path
        session.variables["LYTICS_API_URL"] = url
        session.variables["LYTICS_API_TOKEN"] = "at.demo.made-up-for-the-emulator"
        session.variables["FRONTLINE_BASE_URL"] = url + "/public/v1"
        session.variables["FRONTLINE_API_KEY"] = "user.demo.made-up-for-the-emulator"
        session.variables["TENEX_API_BASE"] = url
        session.variables["TENEX_API_KEY"] = "tnx_demo0001_made-up-for-the-emulator"
        session.variables["WEIR_KEY"] = "a key for the demo only, of no use elsewhere"
        session.variables["WEIR_ENV"] = nil
        return session
    }
}

import Diagnostics
import Foundation
import Platforms
import Projects

/// The accounts, secrets and ledger that a server goes by, whatever becomes of `weir.yaml`.
///
/// Who works through a server may be able to edit files; only a person starts it again.
enum PinnedProject: Sendable {
    /// There was no `weir.yaml`.
    case none
    /// It had mistakes.
    case unreadable
    /// What it said.
    case read(Text)

    /// What must not change.
    struct Text: Sendable, Equatable {
        let name: String
        let environment: String
        let accounts: [Account]
        let secrets: SecretSources
        let ledger: String

        init(_ project: Project) {
            name = project.name
            environment = project.environment
            accounts = project.accounts
            secrets = project.secrets
            ledger = project.ledger
        }
    }

    /// Whether a project is the one that was there at the start.
    func isOf(_ project: Project) -> Bool {
        switch self {
        case .none: !project.isWritten
        case .unreadable: false
        case .read(let text): Text(project) == text
        }
    }
}

extension Session {
    /// The session of a server, which goes by what the project says now.
    func pinned() async -> Session {
        var session = self
        session.runsCommands = false
        let path = URL(fileURLWithPath: directory, isDirectory: true)
            .appendingPathComponent("weir.yaml").path
        guard FileManager.default.fileExists(atPath: path) else {
            session.pin = PinnedProject.none
            return session
        }
        let load = await Project.load(
            ProjectRequest(
                directory: directory, environment: environment, variables: variables,
                catalog: .all, extent: .settings))
        session.pin = load.project.map { .read(PinnedProject.Text($0)) } ?? .unreadable
        return session
    }

    /// Refuses a project whose accounts, secrets or ledger changed since a server started.
    func refuseUnpinned(_ project: Project) throws {
        guard let pin, !pin.isOf(project) else { return }
        throw Failure(
            .failed,
            .error(
                TrustCode.changed,
                "the accounts, secrets or ledger of `weir.yaml` are not those that this server "
                    + "started with",
                help: "a person must look at the change and start the server again"))
    }
}

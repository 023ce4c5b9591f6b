import Diagnostics
import Foundation
import Projects

extension Session {
    /// Trusts a host, or the project here.
    func trust(_ target: String) async throws -> ExitStatus {
        guard let folder = folder(target) else {
            let host = try host(target)
            try changeTrust { $0.hosts.insert(host) }
            console.say("tokens may go to `\(host)` now, from every project on this machine")
            return .done
        }
        var session = self
        session.directory = folder
        return try await session.trustProject()
    }

    /// Trusts the project here: in the environment asked for, or in each that can be read.
    private func trustProject() async throws -> ExitStatus {
        var names = environment.map { [$0] } ?? []
        if names.isEmpty { names = await settings(nil).environments }
        var texts: [(project: Project, text: TrustedText)] = []
        for name in names.isEmpty ? [nil] : names.map(Optional.some) {
            let load = await settings(name)
            guard let project = load.project, !load.report.hasErrors else {
                guard names.count > 1, let name else {
                    show(load.report, load.sources)
                    throw Failure(.invalidProject)
                }
                console.talk("environment `\(name)` is not trusted: its settings have mistakes")
                continue
            }
            texts.append((project, TrustedText(project, .all)))
        }
        guard let folder = texts.first?.project.root else { throw Failure(.invalidProject) }
        try changeTrust { store in
            for (project, text) in texts {
                store.projects.removeAll {
                    $0.folder == folder && $0.environment == project.environment
                }
                store.projects.append(
                    .init(
                        folder: folder, environment: project.environment, text: text.digest))
            }
        }
        for (project, text) in texts { console.say(text.words(project).joined(separator: "\n")) }
        return .done
    }

    private func settings(_ environment: String?) async -> ProjectLoad {
        await Project.load(
            ProjectRequest(
                directory: directory, environment: environment, variables: variables,
                catalog: .all, extent: .settings))
    }

    /// Lists what is trusted, hosts first.
    func listTrust() throws -> ExitStatus {
        let store = try store()
        let hosts = store.hosts.sorted().map { ["host", $0.description, ""] }
        let projects = store.projects.map { ["project", $0.folder, $0.environment] }
        guard !(hosts + projects).isEmpty else {
            console.say("nothing is trusted but the platforms' own hosts and this machine")
            return .done
        }
        let rows = hosts + projects.sorted { ($0[1], $0[2]) < ($1[1], $1[2]) }
        console.data(Table(["what", "name", "environment"], rows: rows).text(style()))
        return .done
    }

    /// Takes trust back from a host or a project.
    func forgetTrust(_ target: String) throws -> ExitStatus {
        let before = try store()
        var after = before
        if let folder = folder(target) {
            let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
            after.projects.removeAll { $0.folder == real }
        } else {
            after.hosts.remove(try host(target))
        }
        guard after != before else {
            throw Failure(
                .failed,
                .error(
                    TrustCode.notTrusted, "`\(target)` is not trusted",
                    help: "`weir trust list` shows what is"))
        }
        try changeTrust { $0 = after }
        console.say("`\(target)` is not trusted any more")
        return .done
    }

    /// The folder that a word means; nil where it means a host.
    private func folder(_ word: String) -> String? {
        guard
            word == "." || word == ".." || word.hasPrefix("./") || word.hasPrefix("../")
                || word.hasPrefix("/")
        else { return nil }
        let here = URL(fileURLWithPath: directory, isDirectory: true)
        return URL(fileURLWithPath: word, relativeTo: here).standardizedFileURL.path
    }

    private func host(_ word: String) throws -> ServerHost {
        if let host = ServerHost(word) { return host }
        throw Failure(
            .wrongUsage,
            .error(
                TrustCode.noHost, "`\(word)` is no host",
                help: "give a host such as `api.example.com`, or `.` for the project here"))
    }

    private func store() throws -> TrustStore {
        do {
            return try TrustStore.read(variables)
        } catch {
            throw Failure(.failed, error.diagnostic)
        }
    }

    private func changeTrust(_ edit: (inout TrustStore) -> Void) throws {
        do {
            try TrustStore.change(variables, edit)
        } catch {
            throw Failure(.failed, error.diagnostic)
        }
    }
}

extension TrustedText {
    /// What was trusted, a fact a line.
    fileprivate func words(_ project: Project) -> [String] {
        var lines = ["trusted: \(project.name), environment `\(project.environment)`"]
        if !hosts.isEmpty {
            lines.append("tokens go to \(hosts.map { "`\($0)`" }.joined(separator: ", "))")
        }
        if !secrets.command.isEmpty {
            lines.append("secrets come from `\(secrets.command.joined(separator: " "))`")
        }
        if let dotenv, secrets.readsOutside { lines.append("secrets come from `\(dotenv)`") }
        return lines + ["the ledger is `\(ledger)`"]
    }
}

import Diagnostics
import Documents

/// The project's settings and the chosen environment's over them.
struct Settings: Sendable {
    var project: SettingsDocument
    var environment: SettingsDocument?
    /// The environments that were not chosen.
    var others: [SettingsDocument] = []
    /// The name of the environment.
    var environmentName: String

    /// The variables of both.
    var variables: [Node.Entry] {
        Keys.overlay(project.entries("vars"), environment?.entries("vars") ?? [], depth: 0)
    }

    /// The accounts of both.
    var accounts: [Node.Entry] {
        Keys.overlay(project.entries("accounts"), environment?.entries("accounts") ?? [], depth: 1)
    }

    /// Finds the one project document and the environment that was asked for.
    static func find(
        _ documents: [SettingsDocument], _ request: ProjectRequest, into report: inout Report
    ) -> Settings? {
        for document in documents { document.check(into: &report) }
        guard let project = project(documents, into: &report) else { return nil }
        let environments = environments(documents, into: &report)
        let wanted = WantedEnvironment(request, project, into: &report)
        guard !environments.isEmpty else { return wanted.alone(project, into: &report) }
        guard let name = wanted.name else {
            report.add(WantedEnvironment.missing(environments.keys.sorted()))
            return nil
        }
        guard let environment = environments[name] else {
            report.add(wanted.unknown(name, environments))
            return nil
        }
        let others = environments.filter { $0.key != name }.sorted { $0.key < $1.key }
        return Settings(
            project: project, environment: environment, others: others.map(\.value),
            environmentName: name)
    }

    private static func project(
        _ documents: [SettingsDocument], into report: inout Report
    ) -> SettingsDocument? {
        let projects = documents.filter { $0.form == .project }
        let first = projects.first { $0.path == "weir.yaml" }
        guard let first else {
            let other = projects.first
            report.add(
                .error(
                    SettingsCode.none, "a project has a `weir.yaml` with `kind: weir/project`",
                    at: other?.kindSpan,
                    help: other.map { "move `\($0.path)` to `weir.yaml` in the project's folder" }
                        ?? "run `weir init`, or name the project's folder with `-C`"))
            return nil
        }
        let others = projects.filter { $0.kindSpan != first.kindSpan }
        for other in others {
            report.add(
                .error(
                    SettingsCode.second, "a project has exactly one `weir/project` document",
                    at: other.kindSpan,
                    secondary: [Diagnostic.Label(first.kindSpan, "the project is here")]))
        }
        return first
    }

    private static func environments(
        _ documents: [SettingsDocument], into report: inout Report
    ) -> [String: SettingsDocument] {
        var found: [String: SettingsDocument] = [:]
        for document in documents where document.form == .environment {
            guard let idNode = document["id"] else {
                report.add(
                    .error(
                        ProjectCode.noID, "an environment has an `id`, its name",
                        at: document.kindSpan, help: "add `id:` below `kind:`"))
                continue
            }
            guard let id = Draft.id(idNode, &report) else { continue }
            if let first = found[id] {
                report.add(
                    .error(
                        ProjectCode.duplicate, "two environments are called `\(id)`",
                        at: idNode.span,
                        secondary: [
                            Diagnostic.Label(first["id"]?.span ?? first.root.span, "the first one")
                        ]))
            } else {
                found[id] = document
            }
        }
        return found
    }
}

/// The environment that was asked for, and by what.
struct WantedEnvironment {
    let name: String?
    private let by: String
    private let span: SourceSpan?

    /// `--env` before `WEIR_ENV` before `default_environment`.
    init(_ request: ProjectRequest, _ project: SettingsDocument, into report: inout Report) {
        let standard = project.text("default_environment", into: &report)
        if let asked = request.environment {
            (name, by, span) = (asked, "--env", nil)
        } else if let set = request.variables["WEIR_ENV"], !set.isEmpty {
            (name, by, span) = (set, "WEIR_ENV", nil)
        } else {
            (name, by, span) = (standard?.text, "default_environment", standard?.span)
        }
    }

    /// The settings of a project without environments: there is one, `default`.
    func alone(_ project: SettingsDocument, into report: inout Report) -> Settings? {
        if let name, name != "default" {
            report.add(
                .error(
                    SettingsCode.unknownEnvironment,
                    "no environment is called `\(name)`: the project has none", at: span,
                    notes: notes,
                    help: "add `environments/\(name).yaml` with `kind: weir/environment` and "
                        + "`id: \(name)`"))
            return nil
        }
        return Settings(project: project, environment: nil, environmentName: "default")
    }

    /// Says that an environment does not exist.
    func unknown(_ name: String, _ known: [String: SettingsDocument]) -> Diagnostic {
        let names = known.keys.sorted()
        return .error(
            SettingsCode.unknownEnvironment, "no environment is called `\(name)`", at: span,
            notes: notes,
            help: Words.nearest(
                to: name, among: names,
                otherwise: "the environments are \(Words.list(names))"))
    }

    /// Says that one must be chosen.
    static func missing(_ names: [String]) -> Diagnostic {
        .error(
            SettingsCode.noEnvironment,
            "a project with environments is always used with one of them",
            help: "give `--env` or set `WEIR_ENV` to one of \(Words.list(names)), or name one as "
                + "`default_environment` in `weir.yaml`")
    }

    private var notes: [String] { span == nil ? ["it was asked for by `\(by)`"] : [] }
}

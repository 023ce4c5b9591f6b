import Diagnostics
import Documents
import Platforms
import Tenex

extension TenexPlace {
    /// Intends to start a run of a workflow, after a check of its payload.
    func start(_ workflow: Found, payload: Object) throws -> Intent {
        let inputs = TenexPayload(workflow.raw["inputs"], of: workflow.title)
        try refuse(inputs.problems(in: payload))
        let made = Slot(workflow.address.text, "run")
        let call = try present(
            speaks.start(
                workflow.liveID, payload: payload, named: "`\(workflow.name)`",
                at: workflow.address, made: made), .triggerRun)
        let status = workflow.raw["status"]?.text ?? "active"
        var intent = Intent(
            "start", workflow, .start, [call],
            consequences: ["its steps run for real: agents, connectors, messages to people"]
                + (status == "active" ? [] : ["the workflow is `\(status)`, not `active`"]),
            done: "started", question: .plain, effect: .nothing)
        intent.title = "a run of \(workflow.title)"
        intent.made = made
        return intent
    }

    /// Intends to make a workflow of a template, after a check of its inputs.
    func create(fromTemplate slug: String, inputs: Object, name: String?) async throws -> Intent {
        let template = try await template(slug)
        let declared = TenexPayload(template["inputs"], of: "template `\(slug)`")
        try refuse(declared.problems(in: inputs))
        if let name,
            let same = try await workflows().first(where: { $0.name == name && !$0.isArchived })
        {
            throw Failure(
                .failed,
                .error(
                    "operate/exists-already", "this name is taken already, by \(same.title)",
                    help: "give another with `--name`"))
        }
        let title = name ?? template["title"]?.text ?? slug
        let address = Address(account: account.name, type: "workflow", id: "new")
        let call = try present(
            speaks.create(fromTemplate: slug, inputs: inputs, name: name, at: address),
            .createFromTemplate)
        let row = PlanRow(
            number: 1, address: address, kind: Noun.workflow.kind, action: .create,
            verb: "create", reason: "",
            consequences: [
                "the template's graph is copied; later changes of the template do not reach it"
            ], calls: [call])
        return Intent(
            row, title: "workflow `\(title)` of template `\(slug)`", id: title, name: title,
            done: "created", recorded: nil)
    }

    /// Makes a workflow of a template, after a confirmation.
    func create(
        fromTemplate slug: String, _ given: [String], name: String?, _ writing: WritingOptions,
        command: String
    ) async throws -> ExitStatus {
        let values = try TenexGiven(given, option: "--input", operation.session)
        let declared = TenexPayload(try await template(slug)["inputs"], of: "template `\(slug)`")
        let intent = try await create(
            fromTemplate: slug, inputs: values.values(declared), name: name)
        return try await operation.carryOut([intent], writing, command: command)
    }

    /// A template that is in the gallery.
    func template(_ slug: String) async throws -> Value {
        let all = try await list(speaks.templates(), "the templates")
        guard let listed = all.first(where: { $0["slug"]?.text == slug }) else {
            let slugs = all.compactMap { $0["slug"]?.text }
            throw Failure(
                .failed,
                .error(
                    "operate/not-found", "no template is called `\(slug)`",
                    notes: all.isEmpty ? ["the gallery of this workspace is empty"] : [],
                    help: Suggestion.nearest(to: slug, among: slugs).map { "did you mean `\($0)`?" }
                        ?? "see `weir tenex templates list`"))
        }
        guard speaks.api.endpoint(.getTemplate) != nil else { return listed }
        return try await read(speaks.template(slug), "the template")
    }

    private func refuse(_ problems: [Diagnostic]) throws {
        guard !problems.isEmpty else { return }
        var report = Report()
        problems.forEach { report.add($0) }
        throw Failure(.failed, report)
    }
}

extension Found {
    /// Whether a workflow is put away for good.
    var isArchived: Bool { raw["status"] == "archived" }
}

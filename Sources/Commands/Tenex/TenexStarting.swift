import Diagnostics
import Documents
import Platforms
import Tenex

extension TenexWorkspace {
    /// Plans to start a run of a workflow, after a check of its payload.
    func start(_ workflow: LiveObject, payload: Object) throws -> PendingWrite {
        let inputs = TenexPayload(workflow.raw["inputs"], of: workflow.title)
        try operation.refuse(inputs.problems(in: payload))
        let made = Slot(workflow.address.text, "run")
        let call = try present(
            speaks.start(
                workflow.liveID, payload: payload, named: "`\(workflow.name)`",
                at: workflow.address, made: made), .triggerRun)
        let status = workflow.raw["status"]?.text ?? "active"
        var write = PendingWrite(
            "start", workflow, .start, [call],
            consequences: ["its steps run for real: agents, connectors, messages to people"]
                + (status == "active" ? [] : ["the workflow is `\(status)`, not `active`"]),
            effect: .nothing)
        write.title = "a run of \(workflow.title)"
        write.made = made
        return write
    }

    /// Plans to make a workflow of a template, after a check of its inputs.
    func create(
        fromTemplate slug: String, inputs: Object, name: String?
    ) async throws -> PendingWrite {
        let template = try await template(slug)
        let declared = TenexPayload(template["inputs"], of: "template `\(slug)`")
        try operation.refuse(declared.problems(in: inputs))
        if let name {
            let others = try await objects(.workflow).filter { $0.raw["status"] != "archived" }
            try operation.refuseTaken(
                name, .workflow, among: others, help: "give another with `--name`")
        }
        let title = name ?? template["title"]?.text ?? slug
        let address = Address(account: account.name, type: "workflow", id: "new")
        let call = try present(
            speaks.create(fromTemplate: slug, inputs: inputs, name: name, at: address),
            .createFromTemplate)
        var write = PendingWrite(
            creating: .workflow, named: title, at: address, [call],
            consequences: [
                "the template's graph is copied; later changes of the template do not reach it"
            ])
        write.title += " of template `\(slug)`"
        return write
    }

    /// The same with inputs as the command line gives them.
    func create(
        fromTemplate slug: String, _ given: [String], name: String?
    ) async throws -> PendingWrite {
        let values = try TenexInputArguments(given, option: "--input", operation.session)
        let declared = TenexPayload(try await template(slug)["inputs"], of: "template `\(slug)`")
        return try await create(
            fromTemplate: slug, inputs: values.values(declared), name: name)
    }

    /// A template that is in the gallery.
    func template(_ slug: String) async throws -> Value {
        let all = try await list(speaks.templates(), "the templates")
        guard let listed = all.first(where: { $0["slug"]?.text == slug }) else {
            let slugs = all.compactMap { $0["slug"]?.text }
            throw Failure(
                .failed,
                .error(
                    OperatingCode.notFound,
                    "no template named `\(slug)` in \(operation.shortPlace)",
                    notes: all.isEmpty ? ["the gallery of this workspace is empty"] : [],
                    help: Suggestion.nearest(to: slug, among: slugs).map { "did you mean `\($0)`?" }
                        ?? "see `weir tenex templates list`"))
        }
        guard speaks.api.endpoint(.getTemplate) != nil else { return listed }
        return try await read(speaks.template(slug), "the template")
    }
}

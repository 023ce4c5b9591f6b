public import Documents
public import Platforms

extension TenexOperations {
    /// Starts a run; its id is captured in `made`, and the run itself.
    public func start(
        _ workflow: Value, payload: Object, named title: String, at address: Address, made: Slot
    ) -> Call? {
        api.request(
            .triggerRun, ["workflow_id": workflow], body: ["payload": .object(payload)],
            as: .runStart
        ).map { request in
            Call(
                "start a run of \(title)", request,
                captures: [
                    Capture(made, from: api.member("id", of: .run)),
                    Capture(Slot(address.text, "object"), from: .whole),
                ],
                again: .never(
                    "a second run would do everything twice; `weir tenex runs list` shows whether "
                        + "it was started"))
        }
    }

    /// Pauses, resumes or cancels a run.
    public func steer(_ run: Value, _ verb: TenexRunVerb, at address: Address) -> Call? {
        guard let request = api.request(verb.operation, ["run_id": run]) else { return nil }
        let captures = [Capture(Slot(address.text, "object"), from: .whole)]
        return Call(
            "\(verb.rawValue) the run", request, captures: captures,
            again: look(at: run, after: verb))
    }

    /// Whether a run is where a verb leads.
    private func look(at run: Value, after verb: TenexRunVerb) -> Again {
        guard let read = api.request(.getRun, ["run_id": run]) else {
            return .never("the account has no path to look at a run")
        }
        let status = api.member("status", of: .run)
        func stands(_ statuses: [TenexRunStatus]) -> Condition {
            .oneOf(status, statuses.flatMap(\.spellings).map { .text($0) })
        }
        let matches: Condition =
            switch verb {
            case .pause: stands([.paused])
            case .resume: .not(stands([.paused]))
            case .cancel: stands([.cancelled])
            }
        return .probe(Probe(read: read, matches: matches))
    }

    /// Makes a workflow of a template; its id and the workflow itself are captured.
    public func create(
        fromTemplate slug: String, inputs: Object, name: String?, at address: Address
    ) -> Call? {
        var body: Object = ["template_slug": .text(slug), "inputs": .object(inputs)]
        body["name"] = name.map { .text($0) }
        let request = api.request(.createFromTemplate, body: .object(body), as: .instantiation)
        let captures = [Capture(Slot(address.text), from: api.member("id", of: .workflow))]
        return request.map { request in
            Call(
                "make a workflow of the template", request,
                captures: captures + [Capture(Slot(address.text, "object"), from: .whole)],
                again: look(forWorkflow: name, of: slug, captures))
        }
    }

    private func look(
        forWorkflow name: String?, of slug: String, _ captures: [Capture]
    ) -> Again {
        guard let name, let read = api.request(.listWorkflows) else {
            return .never(
                "a workflow without a name that was asked for cannot be told from others; look "
                    + "with `weir tenex workflows list`")
        }
        let matches = Condition.all([
            .equal(api.member("name", of: .workflow), .text(name)),
            .equal(api.member("template_slug", of: .workflow), .text(slug)),
        ])
        return .probe(Probe(read: read, matches: matches, captures: captures))
    }

    /// Archives a version that is not the current one; its runs stay.
    public func archive(
        version: Int64, of workflow: Value, at address: Address
    ) -> Call? {
        let place: [String: Value] = [
            "workflow_id": workflow, "version": .text(String(version)),
        ]
        guard let request = api.request(.archiveVersion, place) else { return nil }
        let status = api.member("status", of: .version)
        let again = api.request(.getVersion, place).map {
            Again.probe(Probe(read: $0, matches: .equal(status, "archived")))
        }
        return Call(
            "archive version \(version)", request,
            captures: [Capture(Slot(address.text, "object"), from: .whole)],
            again: again ?? .never("the account has no path to look at a version"))
    }
}

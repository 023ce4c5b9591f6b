public import Documents
public import Platforms

extension TenexOperations {
    /// Brings a workflow into a state other than archived.
    public func set(_ status: String, _ workflow: Value, at address: Address) -> Call? {
        let body: Value = ["status": .text(status)]
        let request = api.request(
            .updateWorkflow, ["workflow_id": workflow], body: body, as: .workflow)
        return request.map { request in
            Call(
                "make it \(status)", request,
                captures: [Capture(Slot(address.text, "object"), from: .whole)])
        }
    }

    /// Archives a workflow; its versions and runs stay.
    public func archive(_ workflow: Value, at address: Address) -> Call? {
        let place = ["workflow_id": workflow]
        guard let request = api.request(.archiveWorkflow, place) else {
            return set("archived", workflow, at: address)
        }
        let status = api.member("status", of: .workflow)
        let again = api.request(.getWorkflow, place).map {
            Again.probe(Probe(read: $0, matches: .equal(status, "archived")))
        }
        return Call(
            "archive the workflow", request,
            captures: [Capture(Slot(address.text, "object"), from: .whole)],
            again: again ?? .never("the account has no path to look at a workflow"))
    }

    // Triggers

    /// Makes a trigger of fields with the standard names; its id is captured, and the trigger.
    public func createTrigger(_ fields: Object, at address: Address) -> Call? {
        guard let request = api.request(.createTrigger, body: .object(fields), as: .trigger) else {
            return nil
        }
        let captures = [Capture(Slot(address.text), from: api.member("id", of: .trigger))]
        let told = ["name", "source", "event_type", "workflow_id"].compactMap { field in
            fields[field].map { Condition.equal(api.member(field, of: .trigger), $0) }
        }
        let again = api.request(.listTriggers).map {
            Again.probe(Probe(read: $0, matches: .all(told), captures: captures))
        }
        return Call(
            "create the trigger", request,
            captures: captures + [Capture(Slot(address.text, "object"), from: .whole)],
            again: again ?? .never("the account has no path to look for a trigger"))
    }

    /// Changes fields of a trigger, such as whether it is enabled.
    public func update(
        _ trigger: Value, _ fields: Object, saying summary: String, at address: Address
    ) -> Call? {
        let request = api.request(
            .updateTrigger, ["trigger_id": trigger], body: .object(fields), as: .trigger)
        return request.map { request in
            Call(
                summary, request, captures: [Capture(Slot(address.text, "object"), from: .whole)])
        }
    }

    /// Deletes a trigger.
    public func deleteTrigger(_ trigger: Value) -> Call? {
        api.request(.deleteTrigger, ["trigger_id": trigger])
            .map { Call("delete the trigger", $0, accepts: [404]) }
    }

    /// The fields of a trigger that no update changes.
    public static let fixedOfTriggers = ["source", "event_type", "target_type", "workflow_id"]
}

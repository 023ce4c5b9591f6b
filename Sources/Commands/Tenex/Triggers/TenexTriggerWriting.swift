import Diagnostics
import Documents
import Platforms
import Tenex

extension TenexPlace {
    /// Intends to make a trigger; it is disabled unless the fields say otherwise.
    func create(trigger given: Object) async throws -> Intent {
        var fields = given
        if fields["enabled"] == nil { fields["enabled"] = false }
        let source = fields["source"]?.text ?? ""
        let name = fields["name"]?.text ?? fields["event_type"]?.text ?? source
        if let same = try await triggers().first(where: { $0.name == name }) {
            throw Failure(
                .failed,
                .error(
                    "operate/exists-already", "this name is taken already, by \(same.title)",
                    help: "change it with `weir tenex triggers update`, or give another name"))
        }
        fields["name"] = .text(name)
        let address = Address(account: account.name, type: "trigger", id: "new")
        let call = try present(speaks.createTrigger(fields, at: address), .createTrigger)
        let consequence =
            fields["enabled"] == true
            ? "it fires from now on" : "it fires once `weir tenex triggers enable` says so"
        let row = PlanRow(
            number: 1, address: address, kind: Noun.trigger.kind, action: .create, verb: "create",
            reason: "", consequences: [consequence], calls: [call])
        return Intent(
            row, title: "trigger `\(name)`", id: name, name: name, done: "created", recorded: nil)
    }

    /// Intends to change a trigger; nil where it is so already.
    func update(_ trigger: Found, _ fields: Object) throws -> Intent? {
        let changed = fields.filter { trigger.raw[$0.key] ?? .null != $0.value }
        let fixed = changed.filter { TenexOperations.fixedOfTriggers.contains($0.key) }
        if let first = fixed.first {
            throw Failure(
                .failed,
                .error(
                    "operate/immutable",
                    "`\(first.key)` of \(trigger.title) cannot be changed",
                    notes: ["it is `\((trigger.raw[first.key] ?? .null).canonicalJSON)`"],
                    help: "delete the trigger and create it again"))
        }
        guard !changed.isEmpty else { return nil }
        let call = speaks.update(
            trigger.liveID, Object(members: changed), saying: "change the trigger",
            at: trigger.address)
        return Intent(
            "update", trigger, .update, [try present(call, .updateTrigger)],
            consequences: ["it holds from the next event on"], done: "updated",
            question: .plain, effect: .content)
    }

    /// Intends to let a trigger fire, or not.
    func set(enabled: Bool, _ trigger: Found) throws -> Intent {
        let call = speaks.update(
            trigger.liveID, ["enabled": .bool(enabled)],
            saying: enabled ? "let it fire" : "let it not fire", at: trigger.address)
        return Intent(
            enabled ? "enable" : "disable", trigger, enabled ? .start : .pause,
            [try present(call, .updateTrigger)],
            consequences: [
                enabled
                    ? "from now on what it listens to sets it off"
                    : "nothing sets it off until it is enabled again; runs under way go on"
            ], done: enabled ? "enabled" : "disabled", question: enabled ? .plain : .brief,
            effect: .lifecycle)
    }

    /// Intends to delete a trigger.
    func delete(_ trigger: Found) throws -> Intent {
        Intent(
            "delete", trigger, .delete,
            [try present(speaks.deleteTrigger(trigger.liveID), .deleteTrigger)],
            consequences: [
                "nothing sets it off any more; runs that it started go on",
                "`weir tenex triggers disable` is the one that can be taken back",
            ], done: "deleted", question: .typed, effect: .deletion)
    }
}

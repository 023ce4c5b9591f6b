import Projects
import Tenex
import ArgumentParser
import Diagnostics
import Documents
import Platforms

extension TenexTriggers {
    /// Makes a trigger, disabled unless told otherwise.
    enum Create: WriteVerb {
        typealias Place = TenexOptions
        static let help = VerbHelp(
            .trigger, "create", "Create a trigger; it is disabled unless the file says so.",
            example: "-f trigger.json")

        struct Input: ParsableArguments {
            @OptionGroup var fields: TenexFieldOptions
            @Option(
                help: "The workflow that it starts: an id, a name or an address.",
                completion: LiveIDs.completion(.workflow))
            var workflow: String?
        }

        static func writes(
            _ input: Input, _ context: TenexWorkspace
        ) async throws -> [PendingWrite] {
            var fields = try await fields(input.fields.file, context)
            if let workflow = input.workflow {
                fields["workflow_id"] = try await context.find(workflow, .workflow).liveID
            }
            if fields["enabled"] == nil { fields["enabled"] = false }
            let name = TenexTriggerAnswer(fields).name
            try context.operation.refuseTaken(
                name, .trigger, among: try await context.objects(.trigger))
            fields["name"] = .text(name)
            let unfilled = try await unfilled(by: fields, context)
            let address = Address(account: context.account.name, type: "trigger", id: "new")
            let call = context.speaks.createTrigger(fields, at: address)
            return [
                PendingWrite(
                    creating: .trigger, named: name, at: address,
                    [try context.present(call, .createTrigger)],
                    consequences: [
                        fields["enabled"] == true
                            ? "it fires from now on"
                            : "it fires once `weir tenex triggers enable` says so"
                    ] + unfilled)
            ]
        }

        /// What a run needs of a trigger and the trigger does not map.
        private static func unfilled(
            by fields: Object, _ context: TenexWorkspace
        ) async throws -> [String] {
            let isSchedule = fields["source"] == "schedule"
            guard let id = fields["workflow_id"]?.text, fields["target_type"] != "webhook" else {
                return []
            }
            let workflow = try await context.workflow(id)
            let inputs = TenexWorkflowAnswer(workflow.raw).inputs
            let names = TenexPayload(inputs, of: workflow.title)
                .unfilled(by: fields["input_mapping"]?.object ?? [:])
            guard !names.isEmpty else { return [] }
            let words = names.map { "`\($0)`" }.joined(separator: ", ")
            return [
                isSchedule
                    ? "its runs fail: nothing brings \(words), which they need"
                    : "nothing maps \(words), which a run needs: it fails where the event does not "
                        + "bring it"
            ]
        }
    }

    /// Changes a trigger; what is left out stays.
    enum Update: UpdateVerb {
        typealias Place = TenexOptions
        typealias Input = TenexFieldOptions
        static let help = VerbHelp(
            .trigger, "update", "Change a trigger; what the file leaves out stays.",
            example: "-f trigger.json")

        static func unchanged(_ trigger: LiveObject) -> String {
            "the trigger is so already; nothing was sent"
        }

        static func write(
            _ trigger: LiveObject, _ input: TenexFieldOptions, _ context: TenexWorkspace
        ) async throws -> PendingWrite? {
            let changed = try await fields(input.file, context)
                .filter { trigger.raw[$0.key] ?? .null != $0.value }
            let fixed = changed.first { TenexOperations.fixedOfTriggers.contains($0.key) }
            if let key = fixed?.key {
                throw Failure(
                    .failed,
                    .error(
                        OperatingCode.immutable, "`\(key)` of \(trigger.title) cannot be changed",
                        notes: ["it is `\((trigger.raw[key] ?? .null).canonicalJSON)`"],
                        help: "delete the trigger and create it again"))
            }
            guard !changed.isEmpty else { return nil }
            let call = context.speaks.update(
                trigger.liveID, Object(members: changed), saying: "change the trigger",
                at: trigger.address)
            return PendingWrite(
                "update", trigger, .update, [try context.present(call, .updateTrigger)],
                consequences: ["it holds from the next event on"])
        }
    }

    /// The fields of a file, the platform's JSON or the same as YAML, with ids for names; others
    /// are refused.
    private static func fields(
        _ file: String, _ context: TenexWorkspace
    ) async throws -> Object {
        let session = context.operation.session
        var fields =
            try session.free(try session.payload(file, of: .trigger), as: "trigger").object ?? [:]
        let known = TenexShape.trigger.fields
        var report = Report()
        for key in fields.keys where !known.contains(key) {
            let nearest = Suggestion.nearest(to: key, among: known)
            report.add(
                .error(
                    ProjectCode.operatePayload, "`\(key)` is no field of a trigger",
                    help: nearest.map { "did you mean `\($0)`?" }
                        ?? "`weir explain tenex/trigger` lists the fields"))
        }
        if report.hasErrors { throw Failure(.failed, report) }
        for key in ["id", "company_id", "created_at", "updated_at", "last_fired_at"] {
            fields[key] = nil
        }
        return try await context.operation.resolving(
            fields, of: ResourceType.trigger.rules.shape)
    }
}

/// Where a command finds the fields of a trigger.
struct TenexFieldOptions: ParsableArguments {
    @Option(
        name: [.short, .long], help: "Its fields, as JSON or YAML; `-` is standard input.",
        completion: .file(extensions: ["json", "yaml", "yml"]))
    var file: String
}

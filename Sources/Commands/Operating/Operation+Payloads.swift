import Diagnostics
import Documents
import Planning
import Platforms
import Projects
import Reconciling

extension Operation {
    /// Creates what the payload describes; `adjust` may change the calls first.
    func create(
        _ noun: Noun, _ writing: WritingOptions, command: String,
        adjust: (inout PlanRow) -> Void = { _ in }, explain: Explain = { $1 }
    ) async throws -> ExitStatus {
        guard var intent = try await creation(of: noun) else { return .done }
        adjust(&intent.row)
        return try await carryOut([intent], writing, command: command, explain: explain)
    }

    /// What would create the object that the payload describes.
    func creation(of noun: Noun) async throws -> Intent? {
        guard let row = try await row(noun, over: nil) else { return nil }
        let name = payload?.resource?.value[noun.nameField]?.text ?? row.address.id
        var intent = Intent(
            row, title: "\(noun.singular) `\(name)`", id: name, name: name, done: "created",
            recorded: nil)
        intent.finish = noun.finishing
        return intent
    }

    /// Makes a live object what the payload describes; `check` may refuse what it was found to be.
    func update(
        _ word: String, _ noun: Noun, _ writing: WritingOptions, command: String,
        check: (Found) throws -> Void = { _ in }, adjust: (inout PlanRow) -> Void = { _ in }
    ) async throws -> ExitStatus {
        let found = try await find(word, noun)
        try refuseAnother(found)
        try check(found)
        guard var row = try await row(noun, over: found) else {
            session.console.talk("\(found.title) is so already; nothing was sent")
            session.console.data(writing.format.show(Written(), style: session.style()))
            return .done
        }
        adjust(&row)
        row.verb = "update"
        let done = row.action == .newVersion ? "made a new version of" : "updated"
        var intent = Intent(
            row, title: found.title, id: found.id, name: found.name, done: done,
            recorded: found.recorded)
        intent.finish = noun.finishing
        return try await carryOut([intent], writing, command: command)
    }

    /// The planned row that turns the live object, or nothing, into what the payload says.
    private func row(_ noun: Noun, over found: Found?) async throws -> PlanRow? {
        guard let resource = payload?.resource else {
            preconditionFailure("commands that write objects take a payload")
        }
        let referred = noun.rules.shape.referred
        let lookups = referred.intersection(client.platform.lookups.map(\.name))
        let seen = try await observe(
            referred.subtracting(lookups).union([noun.kind]), lookups: lookups)
        var report = Report()
        let input = try await input(resource, over: found, seen)
        let plan = Planner.plan(input, into: &report)
        session.show(plain(report, noun), project.sources)
        if report.hasErrors { throw Failure(.failed) }
        let rows = plan.rows.filter { $0.address == resource.address }
        if rows.contains(where: { $0.action == .replace }) {
            throw Failure(.failed, refusal(ofReplacing: found, rows))
        }
        return rows.first { [.create, .update, .newVersion].contains($0.action) }
    }

    private func input(
        _ resource: Resource, over found: Found?, _ seen: Observation
    ) async throws -> PlanningInput {
        var known = recorded.filter { $0.key != resource.address }
        if let found, let observed = found.observed {
            if let own = found.recorded { known[own.address] = nil }
            known[resource.address] = RecordedResource(
                address: resource.address, kind: resource.kind, liveID: found.liveID,
                value: observed.value, given: found.recorded?.given ?? [:],
                file: resource.file, needs: [])
        }
        var account = account
        for member in seen.facts { account.facts[member.key] = member.value }
        var options = PlanningOptions()
        options.findsReleased = false
        options.excludedAddresses = Set(known.keys).subtracting([resource.address])
        let sources = project.sources
        return PlanningInput(
            project: project.name, environment: project.environment, accounts: [account],
            kinds: Workspace.kinds, wanted: [resource], recorded: known,
            observed: seen.resources, lookups: [account.name: seen.lookups],
            digests: try await digests(of: resource), place: { sources.place(of: $0) },
            options: options)
    }

    /// Digests that no recorded one equals, so that secrets count as changed and are sent.
    private func digests(of resource: Resource) async throws -> [String: String] {
        try await session.asking(project) {
            try await secretDigests(
                [resource], vault: vault, digester: Digester(key: [0]),
                shape: { Catalog.kind($0)?.shape })
        }
    }

    /// Refuses a payload that is of another object than the one that was named.
    private func refuseAnother(_ found: Found) throws {
        guard let payload, let id = try payload.writtenID() else { return }
        let owned = recorded[payload.resource?.address ?? Address("")]
        if owned.map({ $0.liveID == found.liveID }) ?? (id == found.id) { return }
        // A document that was never applied says by its own name which object it is only where
        // that name is the id on the platform.
        if payload.isDocument, owned == nil, !isNamedByID(found) { return }
        throw Failure(
            .failed,
            .error(
                "operate/another-object", "the payload is of `\(id)`, not of \(found.title)",
                notes: ["it was read from `\(payload.source.name)`"],
                help: "name the object that it is of, or write its `id` into the payload"))
    }

    /// Whether the ids of documents are live ids, as those of flows are.
    private func isNamedByID(_ found: Found) -> Bool {
        found.noun.rules.naturalKey(of: [:], address: found.address) != nil
    }

    private func refusal(ofReplacing found: Found?, _ rows: [PlanRow]) -> Diagnostic {
        let reason = rows.first { $0.action == .replace }?.reason ?? ""
        return .error(
            "operate/immutable", "\(found?.title ?? "it") cannot be updated so: \(reason)",
            help: "delete it and create it again, or change the file and `weir apply`")
    }

    /// The planner's problems in the words of operating commands.
    private func plain(_ report: Report, _ noun: Noun) -> Report {
        var plain = Report()
        for diagnostic in report.diagnostics {
            var copy = diagnostic
            if copy.code == "plan/exists-already" {
                copy.code = "operate/exists-already"
                copy.message = "the account has this \(noun.singular) already"
                copy.help = "change it with `\(noun.command) update ID -f FILE`"
                if payload?.isBlank == true {
                    copy.notes += copy.primary.map { [$0.text] } ?? []
                    copy.primary = nil
                }
            }
            for kind in noun.rules.shape.referred
            where copy.message.contains(": \(kind.type) `") && Catalog.kind(kind) != nil {
                copy.notes.append("`weir \(kind.platform) \(kind.type)s create` makes one")
            }
            plain.add(copy)
        }
        return plain
    }
}

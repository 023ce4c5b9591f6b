import Diagnostics
import Documents
import Planning
import Platforms
import Projects
import Reconciling

extension Operation {
    /// What would create the object that the payload describes.
    func creation(of type: ResourceType) async throws -> PendingWrite? {
        guard let row = try await row(type, over: nil) else { return nil }
        let name = payload?.resource?.value[type.nameField]?.text ?? row.address.id
        var write = PendingWrite(
            row, title: "\(type.singular) `\(name)`", id: name, done: "created", recorded: nil)
        write.finish = type.finishing
        return write
    }

    /// What would make a live object what the payload describes; nil where it is so already.
    ///
    /// `check` may refuse what the object was found to be.
    func update(
        of found: LiveObject, _ type: ResourceType, check: (LiveObject) throws -> Void = { _ in },
        adjust: (inout PlanRow) -> Void = { _ in }
    ) async throws -> PendingWrite? {
        try refuseAnother(found)
        try refuseGone(found)
        try check(found)
        guard var row = try await row(type, over: found) else { return nil }
        adjust(&row)
        row.verb = "update"
        let done = row.action == .newVersion ? "made a new version of" : "updated"
        var write = PendingWrite(
            row, title: found.title, id: found.id, done: done, recorded: found.recorded)
        write.finish = type.finishing
        return write
    }

    /// The planned row that turns the live object, or nothing, into what the payload says.
    private func row(_ type: ResourceType, over found: LiveObject?) async throws -> PlanRow? {
        guard let resource = payload?.resource else {
            preconditionFailure("commands that write objects take a payload")
        }
        let referred = type.rules.shape.referred
        let lookups = referred.intersection(client.platform.lookups.map(\.name))
        let seen = try await observe(
            referred.subtracting(lookups).union([type.kind]), lookups: lookups)
        var report = Report()
        let input = try await input(resource, over: found, seen)
        let plan = Planner.plan(input, into: &report)
        session.show(plain(report, type), project.sources)
        if report.hasErrors { throw Failure(.failed) }
        let rows = plan.rows.filter { $0.address == resource.address }
        if rows.contains(where: { $0.action == .replace }) {
            throw Failure(.failed, refusal(ofReplacing: found, rows))
        }
        return rows.first { [.create, .update, .newVersion].contains($0.action) }
    }

    private func input(
        _ resource: Resource, over found: LiveObject?, _ seen: Observation
    ) async throws -> PlanningInput {
        var known = recorded.filter { $0.key != resource.address }
        // A draft beside what acts is what an update changes.
        if let found, let observed = found.observed?.draft ?? found.observed {
            if let own = found.recorded { known[own.address] = nil }
            known[resource.address] = RecordedResource(
                address: resource.address, kind: resource.kind, liveID: found.liveID,
                value: observed.value, given: found.recorded?.given ?? [:],
                file: resource.file, needs: [])
        }
        var account = account
        account.facts.add(seen.facts)
        var options = PlanningOptions()
        options.findsReleased = false
        options.excludedAddresses = Set(known.keys).subtracting([resource.address])
        let sources = project.sources
        return PlanningInput(
            project: project.name, environment: project.environment, accounts: [account],
            kinds: Workspace.kinds, wanted: [resource], recorded: known,
            observed: seen.resources, lookups: [account.name: seen.lookups],
            listed: [account.name: seen.listedIDs],
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

    /// Refuses an object that can be read and is in no list: a few fields would not bring it back.
    private func refuseGone(_ found: LiveObject) throws {
        guard found.observed == nil else { return }
        throw Failure(
            .failed,
            .error(
                OperatingCode.notFound, "\(found.title) is \(found.word), and not updated",
                notes: ["no list shows it"], help: "`create` makes it again from a whole payload"))
    }

    /// Refuses a payload that is of another object than the one that was named.
    private func refuseAnother(_ found: LiveObject) throws {
        guard let payload, let id = try payload.writtenID() else { return }
        let owned = recorded[payload.resource?.address ?? Address("")]
        if owned.map({ $0.liveID == found.liveID }) ?? (id == found.id) { return }
        // A document that was never applied says by its own name which object it is only where
        // that name is the id on the platform.
        if payload.isDocument, owned == nil, !isNamedByID(found) { return }
        throw Failure(
            .failed,
            .error(
                OperatingCode.anotherObject, "the payload is of `\(id)`, not of \(found.title)",
                notes: ["it was read from `\(payload.source.name)`"],
                help: "name the object that it is of, or write its `id` into the payload"))
    }

    /// Whether the ids of documents are live ids, as those of flows are.
    private func isNamedByID(_ found: LiveObject) -> Bool {
        found.type.rules.naturalKey(of: [:], address: found.address) != nil
    }

    private func refusal(ofReplacing found: LiveObject?, _ rows: [PlanRow]) -> Diagnostic {
        let reason = rows.first { $0.action == .replace }?.reason ?? ""
        return .error(
            OperatingCode.immutable, "\(found?.title ?? "it") cannot be updated so: \(reason)",
            help: "delete it and create it again, or change the file and `weir apply`")
    }

    /// The planner's problems in the words of operating commands.
    private func plain(_ report: Report, _ type: ResourceType) -> Report {
        var plain = Report()
        for diagnostic in report.diagnostics {
            var copy = diagnostic
            if copy.code == PlanCode.existsAlready.text {
                copy = copy.recoded(OperatingCode.existsAlready)
                copy.message = "the account has this \(type.singular) already"
                copy.help = "change it with `\(type.command) update ID -f FILE`"
                if payload?.isBlank == true {
                    copy.notes += copy.primary.map { [$0.text] } ?? []
                    copy.primary = nil
                }
            }
            for kind in type.rules.shape.referred
            where copy.message.contains(": \(kind.type) `") && Catalog.kind(kind) != nil {
                copy.notes.append("`weir \(kind.platform) \(kind.type)s create` makes one")
            }
            plain.add(copy)
        }
        return plain
    }
}

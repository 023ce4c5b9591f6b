import Documents
import Planning
import Platforms
import Projects
import Reconciling

extension Session {
    /// Takes note of the secrets at hand that a project and its ledger name, and of what stands
    /// there as it is and is named like a credential.
    func noteSecrets(of project: Project, _ recorded: some Collection<RecordedResource>) {
        let names = recorded.reduce(into: project.mentionedSecrets) { names, resource in
            names.formUnion(resource.value.secretNames)
        }
        // Where the project may not be asked for secrets, nothing holds one that could be told.
        (try? vault(of: project))?.noteAtHand(names.union(project.accounts.map(\.tokenName)))
        var credentials = LiveCredentials(console.secrets)
        for resource in project.resources { credentials.find(in: resource.value) }
        for resource in recorded { credentials.find(in: resource.value) }
    }

    /// Takes note of what is live where a file or the ledger has a secret.
    func noteSecrets(
        live observed: some Sequence<ObservedResource>, in workspace: Workspace
    ) {
        let wanted = Dictionary(
            workspace.project.resources.map { ($0.address, $0.value) }
        ) { first, _ in first }
        let recorded = Dictionary(
            workspace.recorded.map { address, resource in
                (LiveKey(address.account, resource.kind, id: resource.liveID), resource)
            }
        ) { first, _ in first }
        var credentials = LiveCredentials(console.secrets)
        for object in observed {
            guard let resource = recorded[LiveKey(object)] else { continue }
            credentials.find(in: object.value, where: resource.value)
            if let value = wanted[resource.address] {
                credentials.find(in: object.value, where: value)
            }
        }
    }
}

extension Plan {
    /// The same for a file: live values that are credentials are named and not written. What the
    /// ledger holds stays, since `weir apply FILE` compares it.
    func hiding(_ redactor: Redactor) -> Plan {
        var plan = self
        for row in plan.rows.indices {
            for field in plan.rows[row].fields.indices {
                let change = plan.rows[row].fields[field]
                plan.rows[row].fields[field].before = change.before.map(redactor.naming)
            }
        }
        return plan
    }
}

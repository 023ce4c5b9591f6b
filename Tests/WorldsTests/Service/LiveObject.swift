import Documents
import EmulatedKit
import Platforms

/// An object of a platform as its store holds it.
struct LiveObject: Hashable, Sendable {
    /// Where it is stored.
    var key: EmulatedStore.Key
    /// What it is.
    var species: Species
    /// What the platform calls it.
    var name: String
    /// The row of the object that it goes with.
    var owner: EmulatedStore.Key?
    /// Whether it acts on people.
    var acts: Bool
    /// Whether it is there; a row may outlive its object.
    var isLive: Bool
    /// Its row without what changes by itself.
    var content: Value

    /// The id that requests name it by.
    var id: String { String(key.id.drop { $0 != "/" }.dropFirst()) }

    /// Reads a row; nil where it is none of the objects that files describe.
    init?(_ key: EmulatedStore.Key, _ value: Value) {
        guard let species = Species(rawValue: key.table), let row = value.object,
            row["isDefault"] != .some(true), row["_work"] == nil
        else { return nil }
        self.key = key
        self.species = species
        name = (species == .lyticsFlow ? row["id"] : row[species.nameField])?.text ?? ""
        owner = LiveObject.owner(of: row, species, key)
        acts = LiveObject.isActing(row, species)
        isLive = !LiveObject.isGone(row, species)
        let volatile = ["updated", "updatedAt", "updated_at", "last_fired_at", "_next"]
        content = .object(Object(members: row.filter { !volatile.contains($0.key) }))
    }

    private static func owner(
        of row: Object, _ species: Species, _ key: EmulatedStore.Key
    ) -> EmulatedStore.Key? {
        let account = key.id.prefix { $0 != "/" }
        switch species {
        case .frontlineFlow, .frontlineVariable, .frontlineIntent:
            return row["assistantId"]?.text.map {
                EmulatedStore.Key(Species.frontlineAgent.rawValue, "\(account)/\($0)")
            }
        case .tenexTrigger:
            return row["workflow_id"]?.text.map {
                EmulatedStore.Key(Species.tenexWorkflow.rawValue, "\(account)/\($0)")
            }
        default: return nil
        }
    }

    private static func isActing(_ row: Object, _ species: Species) -> Bool {
        let status = row["status"]?.text ?? ""
        switch species {
        case .lyticsJob:
            return ["running", "initializing", "sleeping"].contains(status)
                || status.hasPrefix("fault")
        case .lyticsFlow: return states(row).contains("running")
        case .frontlineAgent: return row["isOffline"] == .some(false)
        case .frontlineFlow: return status == "ACTIVE"
        case .tenexWorkflow: return status == "active"
        case .tenexTrigger: return row["enabled"] == .some(true)
        default: return false
        }
    }

    private static func isGone(_ row: Object, _ species: Species) -> Bool {
        switch species {
        case .lyticsJob: ["deleted", "deleting"].contains(row["status"]?.text)
        case .lyticsFlow: states(row).allSatisfy { $0 == "deleted" }
        case .tenexWorkflow: row["status"] == "archived"
        default: row["_deleted"] == .some(true)
        }
    }

    private static func states(_ row: Object) -> [String] {
        (row["versions"]?.list ?? []).compactMap { $0["state"]?.text }
    }
}

import Documents
import Platforms

/// What a reference may name: ids and names of lookups and live objects, by account and kind.
struct NameIndex {
    /// Everything of one kind in one account.
    struct Group {
        var ids: [String: Value] = [:]
        var rows: [String: [LookupRow]] = [:]

        /// The first name of the object of an id.
        func name(ofID id: String) -> String? {
            rows[id]?.first { $0.id.scalarText == id }?.names.first
        }

        /// All names, for suggestions.
        var names: [String] { rows.keys.sorted() }

        /// Adds what has an id; what was looked up may be seen a second time as a live object.
        mutating func add(_ row: LookupRow) {
            let id = row.id.scalarText ?? ""
            ids[id] = row.id
            for name in Set(row.names + [id]) {
                guard rows[name]?.contains(where: { $0.id == row.id }) != true else { continue }
                rows[name, default: []].append(row)
            }
        }
    }

    private struct Key: Hashable {
        let account: String
        let kind: KindName
    }

    private var groups: [Key: Group] = [:]
    private let platforms: [String: String]

    /// Takes all lookups, and the live objects of kinds that something refers to.
    init(_ input: PlanningInput, referred: Set<KindName>) {
        platforms = Dictionary(input.accounts.map { ($0.name, $0.platform) }) { first, _ in first }
        for (account, rows) in input.lookups {
            for row in rows {
                groups[Key(account: account, kind: row.kind), default: Group()].add(row)
            }
        }
        for object in input.observed where referred.contains(object.kind) {
            let name = input.kinds[object.kind]?.objectName(in: object.value)
            let row = LookupRow(
                kind: object.kind, id: object.liveID, names: name.map { [$0] } ?? [])
            groups[Key(account: object.account, kind: object.kind), default: Group()].add(row)
        }
    }

    /// Everything of a kind; nil when none was seen.
    func group(_ account: String, _ kind: KindName) -> Group? {
        groups[Key(account: account, kind: kind)]
    }

    /// Everything of the type that an address names.
    func group(of target: LookupTarget) -> Group? {
        guard let platform = platforms[target.account] else { return nil }
        return group(target.account, KindName(platform, target.type))
    }
}

/// The parts of an address of something looked up.
struct LookupTarget {
    let account: String
    let type: String
    /// The name behind account and type, which may hold slashes of its own.
    let name: String

    init(_ address: Address) {
        let parts = address.text.split(
            separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        account = String(parts[0])
        type = parts.count > 1 ? String(parts[1]) : ""
        name = parts.count > 2 ? String(parts[2]) : ""
    }
}

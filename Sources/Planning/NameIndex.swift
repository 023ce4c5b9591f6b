import Diagnostics
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

        /// What there is to refer to, each once, in the order of names, as messages show it: by
        /// its first name, or by its id where that has to be written or there is no name.
        func words(_ plain: Plain) -> [String] {
            let named = ids.keys.map { id in (id: id, name: name(ofID: id)) }
            return named.sorted { ($0.name ?? $0.id, $0.id) < ($1.name ?? $1.id, $1.id) }.map {
                guard let name = $0.name else { return "`\($0.id)`" }
                return plain == .liveID ? "`\($0.id)` (\(name))" : "`\(name)`"
            }
        }

        /// What was probably meant by a text that nothing has.
        func nearest(to text: String, _ plain: Plain) -> String? {
            guard plain == .liveID else { return Suggestion.nearest(to: text, among: names) }
            return rows[text]?.first?.id.scalarText
                ?? Suggestion.nearest(to: text, among: ids.keys.sorted())
        }

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

    /// Takes all lookups, and the live objects of kinds that something refers to; a kind that was
    /// read whole has a group even where the account has nothing of it.
    init(_ input: PlanningInput, referred: Set<KindName>) {
        platforms = Dictionary(input.accounts.map { ($0.name, $0.platform) }) { first, _ in first }
        for (account, kinds) in input.listed {
            for (kind, ids) in kinds {
                var group = Group()
                for id in ids { group.add(LookupRow(kind: kind, id: id, names: [])) }
                groups[Key(account: account, kind: kind)] = group
            }
        }
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

    /// Everything of a kind; nil where it was not read.
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

import Diagnostics
import Documents
import Platforms

/// Everything that a reference can name: the project's documents, and lookups by their kind.
struct ReferenceTable: Sendable {
    /// What a path turned out to be.
    enum Target {
        case resource(KindName, String)
        case lookup(KindName, String)
        case problem(Diagnostic)
        /// Nothing has it, and a file that may have it could not be read.
        case unknown
    }

    /// Whether files could not be read, so that an address that nothing has may be there.
    var isPartial = false
    /// Where the `id` of each address stands.
    private(set) var places: [String: SourceSpan] = [:]
    /// Where each child is written, by its address.
    private(set) var children: [String: SourceSpan] = [:]
    /// The addresses of the children that `account/type/id` may mean.
    private var short: [String: [String]] = [:]
    /// The children of each document.
    private var family: [String: [Address]] = [:]
    /// The ids of each type of an account.
    private var ids: [String: [String]] = [:]
    private let platforms: [String: String]
    private let catalog: ProjectCatalog
    private let types: [String: [String]]

    init(_ accounts: [Account], _ catalog: ProjectCatalog) {
        platforms = Dictionary(accounts.map { ($0.name, $0.platform) }) { first, _ in first }
        self.catalog = catalog
        types = Dictionary(
            catalog.platforms.map { ($0.name, catalog.types(on: $0.name)) }
        ) { first, _ in first }
    }

    /// Adds a document; gives the place of the one that has the address already.
    mutating func add(_ address: Address, at span: SourceSpan) -> SourceSpan? {
        let earlier = places[address.text]
        if earlier == nil {
            places[address.text] = span
            ids["\(address.account)/\(address.type)", default: []].append(address.id)
        }
        return earlier
    }

    /// Adds a child of a document.
    mutating func add(_ child: ChildPlace, of parent: Address) {
        let address = parent.child(type: child.type, id: child.id)
        children[address.text] = child.span
        family[parent.text, default: []].append(address)
        let type = "\(parent.account)/\(child.type)"
        short["\(type)/\(child.id)", default: []].append(address.text)
        ids[type, default: []].append(child.id)
    }

    /// The children of a document.
    func children(of address: Address) -> [Address] {
        family[address.text] ?? []
    }

    /// What a path means in a document of an account that is, or refers to, some parents.
    func target(
        _ path: [String], in account: String, near parents: [String] = [], at span: SourceSpan,
        _ report: inout Report
    ) -> Target {
        let isFull = path.count % 2 == 1
        guard path.count >= 2, !path.contains("") else {
            return .problem(Self.badForm(path, at: span))
        }
        let words = isFull ? path : [account] + path
        guard let platform = platforms[words[0]] else {
            return .problem(unknownAccount(words[0], at: span))
        }
        let address = words.joined(separator: "/")
        let kind = KindName(platform, words[words.count - 2])
        if places[address] != nil || children[address] != nil { return .resource(kind, address) }
        if words.count == 3, let possible = short[address] {
            return child(possible, kind, near: parents, written: address, at: span)
        }
        // Of a kind that can be looked up too, the account may have what no document describes.
        if catalog.lookup(kind) != nil { return .lookup(kind, address) }
        if catalog.kind("\(kind)") == nil { return .problem(unknownType(kind, at: span)) }
        if isPartial { return .unknown }
        return .problem(unknown(address, written: path.joined(separator: "/"), at: span, &report))
    }

    /// The child that a short address means: the only one, or the one of a parent near by.
    private func child(
        _ possible: [String], _ kind: KindName, near parents: [String], written: String,
        at span: SourceSpan
    ) -> Target {
        let near = possible.filter { address in
            parents.contains { address.hasPrefix($0 + "/") }
        }
        let found = near.isEmpty ? possible : near
        if found.count == 1 { return .resource(kind, found[0]) }
        return .problem(
            .error(
                ProjectCode.ambiguousReference, "several resources are called `\(written)`",
                at: span, notes: found.sorted().map { "`\($0)`" },
                help: "write the whole address"))
    }

    /// What is wrong with the field behind an address; nil where its kind has such a field, or
    /// where that is known only once it is looked up.
    func problem(with reference: Reference, of kind: KindName) -> Diagnostic? {
        guard reference.field != "id", let kind = catalog.kind("\(kind)") else { return nil }
        let fields = kind.shape.fields.map(\.name) + kind.serverFields
        guard !kind.shape.keepsRest, !fields.contains(reference.field) else { return nil }
        return .error(
            ProjectCode.unknownField, "a \(kind.name) has no field `\(reference.field)`",
            at: reference.span,
            help: Words.nearest(
                to: reference.field, among: fields,
                otherwise: "`weir explain \(kind.name)` lists its fields"))
    }

    /// Says that a document does not exist and which is nearest.
    func unknown(
        _ address: String, written: String, at span: SourceSpan, _ report: inout Report
    ) -> Diagnostic {
        let nearest = nearest(to: address, &report)
        let labels = nearest.flatMap { address in
            place(of: address).map { [Diagnostic.Label($0, "the nearest is here")] }
        }
        let short = nearest.map { place in
            written == address ? place : String(place.drop { $0 != "/" }.dropFirst())
        }
        return .error(
            ProjectCode.unknownReference, "no document has the address `\(address)`", at: span,
            secondary: labels ?? [],
            help: short.map { "did you mean `\($0)`?" }
                ?? "add a document with this `kind` and `id`")
    }

    private func place(of address: String) -> SourceSpan? {
        places[address] ?? short[address]?.first.flatMap { children[$0] }
    }

    private func nearest(to address: String, _ report: inout Report) -> String? {
        let (type, id) = Self.split(address)
        if let near = report.nearest(to: id, among: ids[type] ?? []) { return "\(type)/\(near)" }
        return report.nearest(to: address, among: places.keys)
    }

    /// An address as what its siblings share, and its id.
    private static func split(_ address: String) -> (type: String, id: String) {
        let words = address.split(separator: "/")
        return (words.dropLast().joined(separator: "/"), words.last.map(String.init) ?? "")
    }

    private func unknownAccount(_ name: String, at span: SourceSpan) -> Diagnostic {
        let names = platforms.keys.sorted()
        return .error(
            ProjectCode.unknownAccount, "no account is called `\(name)`", at: span,
            help: Words.nearest(
                to: name, among: names,
                otherwise: names.isEmpty
                    ? "name it under `accounts` in `weir.yaml`"
                    : "the accounts are \(Words.list(names))"))
    }

    private func unknownType(_ kind: KindName, at span: SourceSpan) -> Diagnostic {
        let known = types[kind.platform] ?? []
        return .error(
            ProjectCode.unknownType, "`\(kind.type)` is nothing that \(kind.platform) has",
            at: span,
            help: Words.nearest(
                to: kind.type, among: known, otherwise: "the types are \(Words.list(known))"))
    }

    private static func badForm(_ path: [String], at span: SourceSpan) -> Diagnostic {
        .error(
            ProjectCode.expression,
            "a reference is `${type/id}` or `${account/type/id}`, perhaps with a `.field`",
            at: span,
            help: "variables are `${var.x}` and `${env.X}`, secrets `${secret.X}`")
    }
}

import Documents
public import Platforms

/// What a project may be made of: platforms, kinds and lookups, found by name.
public struct ProjectCatalog: Sendable {
    /// A platform as far as files speak of it.
    public struct Entry: Sendable {
        /// Its name.
        public var name: String
        /// Other spellings of it.
        public var aliases: [String]
        /// How its accounts are reached.
        public var defaults: AccountDefaults
        /// What an account's entry may set.
        public var options: [AccountOption]

        /// Describes a platform.
        public init(
            name: String, aliases: [String] = [], defaults: AccountDefaults,
            options: [AccountOption] = []
        ) {
            self.name = name
            self.aliases = aliases
            self.defaults = defaults
            self.options = options
        }
    }

    /// The platforms.
    public let platforms: [Entry]
    /// The names of all kinds, sorted, as written behind `kind:`.
    public let kindNames: [String]
    private let kinds: [String: any Kind]
    private var wholes: [any Platform] = []
    private let lookups: [KindName: LookupKind]
    private let forms: [(kind: String, required: Set<String>, fields: Set<String>)]

    /// Takes whole platforms.
    public init(_ platforms: [any Platform]) {
        self.init(
            platforms: platforms.map {
                Entry(
                    name: $0.name, aliases: $0.aliases, defaults: $0.defaults,
                    options: $0.accountOptions)
            }, kinds: platforms.flatMap(\.kinds), lookups: platforms.flatMap(\.lookups))
        wholes = platforms
    }

    /// A platform with its rules for all documents together, by its name.
    func whole(_ name: String) -> (any Platform)? { wholes.first { $0.name == name } }

    /// Takes the parts.
    public init(platforms: [Entry], kinds: [any Kind], lookups: [LookupKind] = []) {
        self.platforms = platforms
        var byName: [String: any Kind] = [:]
        for kind in kinds {
            byName["\(kind.name)"] = kind
            for alias in platforms.first(where: { $0.name == kind.name.platform })?.aliases ?? [] {
                byName["\(alias)/\(kind.name.type)"] = kind
            }
        }
        self.kinds = byName
        self.lookups = Dictionary(lookups.map { ($0.name, $0) }) { first, _ in first }
        let written = kinds.filter { $0.parent == nil }
        kindNames = written.map { "\($0.name)" }.sorted()
        forms = written.map { kind in
            let fields = kind.shape.fields
            let required = fields.filter { $0.rules.isRequired && $0.rules.only.isEmpty }
            return ("\(kind.name)", Set(required.map(\.name)), Set(fields.map(\.name)))
        }
    }

    /// The platform of a name or alias.
    public func platform(_ word: String) -> Entry? {
        platforms.first { $0.name == word || $0.aliases.contains(word) }
    }

    /// The kind written behind `kind:`.
    public func kind(_ written: String) -> (any Kind)? { kinds[written] }

    /// The lookup of a name.
    public func lookup(_ name: KindName) -> LookupKind? { lookups[name] }

    /// The type words that references on a platform may use.
    func types(on platform: String) -> [String] {
        let managed = kinds.values.map(\.name) + lookups.keys
        return Set(managed.filter { $0.platform == platform }.map(\.type)).sorted()
    }

    /// The kind that a map without `kind` looks like: it has an id, all required fields and none
    /// that the kind does not have.
    func likely(_ entries: [Node.Entry]) -> String? {
        let keys = Set(entries.map(\.key))
        guard keys.contains("id") || keys.contains("weir") else { return nil }
        let own = keys.subtracting(["id", "weir", "$schema"])
        return forms.first {
            !$0.required.isEmpty && $0.required.isSubset(of: own) && own.isSubset(of: $0.fields)
        }?.kind
    }
}

package import Diagnostics
package import Documents
package import EmulatedKit
package import Platforms
package import Projects

/// Every platform, kind and lookup there is; a platform joins by one line.
package enum Catalog {
    /// The platforms with what belongs to them, one a line.
    static let entries: [CatalogEntry] = [
        .lytics,
        .frontline,
        .tenex,
    ]

    /// The platforms.
    package static let platforms: [any Platform] = entries.map(\.platform)
    /// The kinds of all platforms.
    package static let kinds: [any Kind] = platforms.flatMap(\.kinds)
    /// What can only be referred to, of all platforms.
    package static let lookups: [LookupKind] = platforms.flatMap(\.lookups)
    /// The long forms of the platforms' rules.
    package static let explanations: [Explanation] = entries.flatMap(\.explanations)

    /// What `weir explain` tells beside kinds and rules.
    static let topics: [String: String] = entries.reduce(into: [:]) { all, entry in
        all.merge(entry.topics) { first, _ in first }
    }

    /// The platform of a name or an alias.
    package static func platform(_ name: String) -> (any Platform)? {
        platforms.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The kind of a name.
    package static func kind(_ name: KindName) -> (any Kind)? { kinds.first { $0.name == name } }

    /// The lookup of a name.
    package static func lookup(_ name: KindName) -> LookupKind? {
        lookups.first { $0.name == name }
    }

    /// The emulated APIs, each with the options of its platform's account, by the platform's name.
    package static func emulated(
        for options: (String) -> Object? = { _ in nil }
    ) -> [any EmulatedAPI] {
        entries.compactMap { entry in entry.emulated?(options(entry.platform.name) ?? [:]) }
    }
}

extension ProjectCatalog {
    /// Everything this version knows.
    package static let all = ProjectCatalog(Catalog.platforms)
}

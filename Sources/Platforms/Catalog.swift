public import Diagnostics

/// Every platform, kind and lookup there is; a platform joins by one line.
public enum Catalog {
    /// The platforms.
    public static let platforms: [any Platform] = [
        LyticsPlatform(), FrontlinePlatform(), TenexPlatform(),
    ]

    /// The kinds of all platforms.
    public static let kinds: [any Kind] = platforms.flatMap(\.kinds)
    /// What can only be referred to, of all platforms.
    public static let lookups: [LookupKind] = platforms.flatMap(\.lookups)
    /// The long forms of the platforms' rules.
    public static let explanations: [Explanation] =
        LyticsPlatform.explanations + FrontlinePlatform.explanations + TenexPlatform.explanations

    /// What `weir explain` tells beside kinds and rules.
    public static let topics = ["tenex/api": TenexAPI.text]

    /// The platform of a name or an alias.
    public static func platform(_ name: String) -> (any Platform)? {
        platforms.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The kind of a name.
    public static func kind(_ name: KindName) -> (any Kind)? { kinds.first { $0.name == name } }

    /// The lookup of a name.
    public static func lookup(_ name: KindName) -> LookupKind? {
        lookups.first { $0.name == name }
    }
}

import Diagnostics
import Platforms

/// The environment variables that hold secrets: the tokens of all platforms, and what some
/// `${secret.X}` names.
struct SecretVariables: Sendable {
    private let names: Set<String>

    /// Looks through the texts of all files; without an `${env.X}` nobody asks.
    init(_ catalog: ProjectCatalog, _ sources: Sources) {
        let tokens = Set(catalog.platforms.map(\.defaults.tokenName))
        guard !Self.names(of: "env", in: sources).isEmpty else {
            names = tokens
            return
        }
        names = tokens.union(Self.names(of: "secret", in: sources))
    }

    /// Whether a variable holds a secret.
    func contains(_ name: String) -> Bool { names.contains(name) }

    /// The names that stand in expressions of a kind, `X` of `${env.X}`, in files of any form.
    static func names(of kind: String, in sources: Sources) -> Set<String> {
        (0..<sources.count).reduce(into: []) { names, index in
            names.formUnion(Self.names(of: kind, in: sources[SourceID(UInt32(index))].bytes[...]))
        }
    }

    /// The names that stand in expressions of a kind in a text.
    static func names(of kind: String, in text: ArraySlice<UInt8>) -> Set<String> {
        let opening = Array("${\(kind).".utf8)
        var names: Set<String> = []
        var rest = text
        while let dollar = rest.firstIndex(of: opening[0]) {
            rest = rest[dollar...]
            guard rest.starts(with: opening) else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(opening.count)
            let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: ":") }
            names.insert(String(decoding: name.prefix(256), as: UTF8.self))
        }
        return names
    }
}

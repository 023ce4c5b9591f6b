/// A key for digests could not be had.
public struct KeyError: Error, Sendable, Equatable {
    /// What is wrong, in words.
    public let message: String
    /// What to do about it.
    public let help: String
}

extension DigestKey {
    /// The variable that holds the key.
    public static let variable = "WEIR_KEY"

    /// The keys of this machine, the one that is used first: `WEIR_KEY` alone where it is set, else
    /// the key file and those that were the key file before.
    public static func known(_ variables: [String: String]) throws(KeyError) -> [DigestKey] {
        if let key = try named(variable, in: variables) { return [key] }
        return try files(variables)
    }

    /// The key that an environment variable holds; nil where it is not set.
    public static func named(
        _ name: String, in variables: [String: String]
    ) throws(KeyError) -> DigestKey? {
        guard let text = variables[name], !text.isEmpty else { return nil }
        if let key = parse(text, .variable(name)) { return key }
        guard !text.hasPrefix(prefix) else {
            throw KeyError(
                message: "`\(name)` is a key of `weir key export` that was cut or edited",
                help: "copy all of what `weir key export` prints")
        }
        throw KeyError(
            message: "`\(name)` must have at least \(shortest) characters and has \(text.count)",
            help: "take a random one, such as `openssl rand -hex 32` prints")
    }

    /// The key file and those that were it before; none where there is no key file.
    public static func files(_ variables: [String: String]) throws(KeyError) -> [DigestKey] {
        guard let folder = KeyFolder(variables) else { return [] }
        return try folder.keys()
    }

    /// The key of this machine; where there is none, a key file is made.
    public static func findOrMake(_ variables: [String: String]) throws(KeyError) -> DigestKey {
        if let key = try known(variables).first { return key }
        return try KeyFolder.required(variables).makeFirst()
    }
}

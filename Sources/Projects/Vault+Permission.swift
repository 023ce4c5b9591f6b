/// What keeps a vault from asking where nobody said that the project is trusted.
extension Vault {
    /// Refuses a file of secrets outside of a project that nobody trusted.
    func refuseOutside(_ path: String, _ name: String) throws(VaultError) {
        switch permission {
        case .trusted, .noCommand(readsOutside: true): return
        case .untrusted, .noCommand:
            throw VaultError(
                name: name,
                message: "the secret `\(name)` is not set, and the file of secrets `\(path)` is "
                    + "outside the project, which is not trusted",
                help: "set the variable `\(name)`, or look at `secrets` in `weir.yaml` and run "
                    + "`weir trust .`", isOfTrust: true)
        }
    }

    /// Refuses to ask a program where nobody allowed it, or for a name that reads as an option.
    func refuseCommand(for name: String) throws(VaultError) {
        guard !name.hasPrefix("-") else {
            throw VaultError(
                name: name, message: "no program is asked for the secret `\(name)`",
                help: "a name that begins with `-` reads as an option: give it another")
        }
        let isNotSet = "the secret `\(name)` is not set, and"
        switch permission {
        case .trusted: return
        case .noCommand:
            throw VaultError(
                name: name, message: "\(isNotSet) `secrets.command` does not run here",
                help: "set the environment variable `\(name)` before you start this",
                isOfTrust: true)
        case .untrusted:
            throw VaultError(
                name: name,
                message: "\(isNotSet) `secrets.command` runs only where the project is trusted",
                help: "set the variable `\(name)`, or look at `secrets` in `weir.yaml` and run "
                    + "`weir trust .`; in CI set `WEIR_ALLOW_COMMAND=1`", isOfTrust: true)
        }
    }
}

import Diagnostics
import Platforms
import Projects

/// What to say where the key of some digests is not the one of this machine.
struct AnotherKey {
    /// The keys of this machine, the one that is used first.
    let here: [DigestKey]
    /// The fingerprint of the key that made the digests; nil where that is not known.
    let wanted: String?

    /// The ledger's digests cannot be compared.
    func ofLedger(_ environment: String) -> Diagnostic {
        let digests = "the digests of secrets in the ledger of `\(environment)`"
        let message =
            if here.isEmpty {
                "this machine has no key, and \(digests) were made with one"
            } else if wanted == nil {
                "none of \(digests) was made with this machine's key"
            } else {
                "\(digests) were made with another key than this machine's"
            }
        return .error(
            CommandCode.secretAnotherKey, message, notes: notes,
            help: "set `WEIR_KEY` to that key: `weir key export` prints it where it is, and"
                + " `weir key show` tells fingerprints; `weir key rotate` gives the ledger a new"
                + " key, with `--forget-digests` where the old one is lost")
    }

    /// The digests of a plan file cannot be compared.
    var ofPlan: Diagnostic {
        .error(
            CommandCode.secretAnotherKey, "the plan was made with another key than this machine's",
            notes: notes,
            help: "set `WEIR_KEY` to the same key where plans are made and where they are applied")
    }

    /// The ledger's digests are not compared, because there is no key.
    func uncompared(_ environment: String) -> Diagnostic {
        var warning = ofLedger(environment)
        warning.severity = .warning
        warning.notes.append("secrets are not compared, so this plan cannot be applied")
        return warning
    }

    private var notes: [String] {
        let theirs = wanted.map { ["the key that made them has the fingerprint \($0)"] } ?? []
        return theirs
            + here.prefix(1).map { "\($0.origin.words) has the fingerprint \($0.fingerprint)" }
    }
}

extension DigestKey.Origin {
    /// Where a key comes from, for messages.
    var words: String {
        switch self {
        case .variable(let name): "`\(name)`"
        case .file(let path): "the key file `\(path)`"
        case .command: "a key of this command only"
        }
    }
}

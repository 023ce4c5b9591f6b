import Diagnostics
import Ledger
import Platforms
import Projects

extension Session {
    /// Shows the keys of this machine and of the ledger here, by their fingerprints.
    func showKeys() async throws -> ExitStatus {
        let keyrings = try await keyrings()
        let keys = try await failing { try allKeys() }
        let here = keys.map { key in
            [key.fingerprint, key.origin.place, keyrings.environments(of: key.fingerprint)]
        }
        let others = Set(keyrings.values.map(\.fingerprint)).subtracting(keys.map(\.fingerprint))
        let missing = others.sorted().map { fingerprint in
            [fingerprint, "not on this machine", keyrings.environments(of: fingerprint)]
        }
        guard !(here + missing).isEmpty else {
            console.say(
                "no key yet: the first apply of a secret makes a key file, and so does"
                    + " `weir key new`")
            return .done
        }
        let table = Table(["key", "where", "environments"], rows: here + missing)
        console.data(table.text(style()))
        return .done
    }

    /// Makes a key file, unless the ledger here depends on the one there is.
    func makeKey() async throws -> ExitStatus {
        let keyrings = try await keyrings()
        let (made, before) = try await failing {
            let folder = try KeyFolder.required(variables)
            guard let current = try folder.current() else {
                return (try folder.makeFirst(), DigestKey?.none)
            }
            try refuse(current, neededBy: keyrings)
            return (try folder.use(folder.makeBeside()), current)
        }
        console.say("made \(made.origin.words) with the fingerprint \(made.fingerprint)")
        if let before { console.talk("the key before, \(before.fingerprint), stays beside it") }
        if variables[DigestKey.variable]?.isEmpty == false {
            console.talk("note: `WEIR_KEY` is set, and as long as it is, the file is not used")
        }
        return .done
    }

    /// Prints the key that the ledger of the environment needs, else the one that is used.
    func exportKey() async throws -> ExitStatus {
        let keyrings = try await keyrings()
        let environment = await load().project?.environment ?? ""
        let keys = try await failing { try DigestKey.known(variables) }
        let needed = keys.first { $0.fingerprint == keyrings[environment]?.fingerprint }
        guard let key = needed ?? keys.first else {
            throw Failure(
                .failed,
                .error(
                    CommandCode.secretKey, "this machine has no key",
                    help: "`weir key new` makes one, and so does the first apply of a secret"))
        }
        console.export(key.exported)
        return .done
    }

    /// The keys of this machine, those of files also where `WEIR_KEY` is set.
    func allKeys() throws(KeyError) -> [DigestKey] {
        let known = try DigestKey.known(variables)
        let prints = Set(known.map(\.fingerprint))
        return known + (try DigestKey.files(variables)).filter { !prints.contains($0.fingerprint) }
    }

    /// Which key made the digests of each environment of the project here; none without one.
    private func keyrings() async throws -> [String: Keyring] {
        guard let project = await load().project else { return [:] }
        let ledger = try openLedger(project, for: .reading)
        return try await failing { try await ledger.keyrings(project: project.name) }
    }

    private func refuse(_ key: DigestKey, neededBy keyrings: [String: Keyring]) throws {
        let environments = keyrings.environments(of: key.fingerprint)
        guard !environments.isEmpty else { return }
        throw Failure(
            .failed,
            .error(
                CommandCode.secretKeyInUse,
                "there is \(key.origin.words), and the ledger depends on it",
                notes: ["it made the digests of \(environments)"],
                help: "`weir key rotate` makes a new one and moves the ledger to it"))
    }
}

extension [String: Keyring] {
    /// The environments whose digests a key made, in words.
    func environments(of fingerprint: String) -> String {
        filter { $0.value.fingerprint == fingerprint }.keys.sorted().joined(separator: ", ")
    }
}

extension DigestKey.Origin {
    /// Where a key is, for tables.
    fileprivate var place: String {
        switch self {
        case .variable(let name): name
        case .file(let path): path
        case .command: ""
        }
    }
}

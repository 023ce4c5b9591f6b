import Ledger
import Platforms
import Projects

/// What happens to digests that an old key made.
enum OldDigests {
    /// The old key shows of which secrets they are.
    case proven
    /// The old key is lost, so nothing is known of them.
    case forgotten
}

/// The digests of a ledger under another key.
struct KeyRotation {
    /// The records whose digests change.
    private(set) var rewritten: [RecordedResource] = []
    /// How many secrets are as they were applied.
    private(set) var proven = 0
    /// How many digests were dropped without a look.
    private(set) var forgotten = 0
    /// The secrets that changed since they were applied; their digests stay, and match no more.
    private(set) var changed: [SecretPlace] = []
    /// The secrets that no file has any more, so that nothing shows what they were.
    private(set) var unwanted: [SecretPlace] = []

    /// Drops every digest.
    init(forgetting records: [RecordedResource]) {
        for var record in records where !record.digests.isEmpty {
            forgotten += record.digests.count
            record.digests = [:]
            rewritten.append(record)
        }
    }

    /// Proves digests with those that the old key makes now, and replaces them by the new key's.
    init(of records: [RecordedResource], from old: [String: String], to new: [String: String]) {
        for record in records.sorted(by: { $0.address < $1.address })
        where !record.digests.isEmpty {
            rewrite(record, old, new)
        }
    }

    private mutating func rewrite(
        _ record: RecordedResource, _ old: [String: String], _ new: [String: String]
    ) {
        var record = record
        for (path, digest) in record.digests.sorted(by: { $0.key < $1.key }) {
            let place = SecretPlace(address: record.address, path: path)
            if let now = new[place.name], old[place.name] == digest {
                record.digests[path] = now
                proven += 1
            } else if new[place.name] != nil {
                changed.append(place)
            } else {
                record.digests[path] = nil
                unwanted.append(place)
            }
        }
        rewritten.append(record)
    }
}

/// A field that holds a secret.
struct SecretPlace: Sendable, Equatable {
    /// The resource.
    let address: Address
    /// The field's path.
    let path: String

    /// As digests are named: the address, a space, and the path.
    var name: String { "\(address) \(path)" }
    /// The place in words.
    var words: String { "`\(address)` `\(path)`" }
}

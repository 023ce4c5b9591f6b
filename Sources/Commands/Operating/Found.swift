import Documents
import Platforms

/// A live object that a command named.
struct Found: Sendable {
    /// What it is.
    let noun: Noun
    /// Its id on the platform.
    let liveID: Value
    /// What the platform shows of it.
    let raw: Object
    /// The same in canonical form; nil where lists leave it out.
    let observed: ObservedResource?
    /// What the ledger holds of it; nil where no file manages it.
    let recorded: RecordedResource?
    /// Its address: the file's, or one made of its id.
    let address: Address

    /// Its id as a text.
    var id: String { liveID.text ?? liveID.canonicalJSON }
    /// What people call it.
    var name: String { raw[noun.nameField]?.text ?? id }
    /// `job `Braze welcome` (3f2a…)`, or without the name where it is the id.
    var title: String {
        name == id ? "\(noun.singular) `\(id)`" : "\(noun.singular) `\(name)` (\(id))"
    }

    /// The change that a kind turns into calls.
    func change(_ action: Action, account: Account, to target: String? = nil) -> Change {
        Change(
            address: address, action: action, wanted: nil, recorded: recorded,
            observed: observed, account: account, target: target)
    }
}

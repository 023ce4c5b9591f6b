import Documents
import Platforms

/// A live object that a command named.
struct LiveObject: Sendable {
    /// What it is.
    let type: ResourceType
    /// Its id on the platform.
    let liveID: Value
    /// What the platform shows of it.
    let raw: Object
    /// The observed resource; nil if it was found by its id outside the lists.
    let observed: ObservedResource?
    /// What the ledger holds of it; nil where no file manages it.
    let recorded: RecordedResource?
    /// Its address: the file's, or one made of its id.
    let address: Address

    /// Its id as a text.
    var id: String { liveID.text ?? liveID.canonicalJSON }
    /// What people call it.
    var name: String { raw[type.nameField]?.text ?? id }
    /// `job `Braze welcome` (3f2a…)`, or without the name where it is the id.
    var title: String {
        name == id ? "\(type.singular) `\(id)`" : "\(type.singular) `\(name)` (\(id))"
    }
    /// The value of the lifecycle's field, as the kind writes it; `unknown` where nothing shows it.
    var state: String { type.steps?.state(platformState) ?? platformState }
    /// The same in the word that people use for it.
    var word: String { type.steps?.word?(platformState) ?? state }

    private var platformState: String {
        guard let field = type.lifecycle?.field else { return "unknown" }
        let value = observed?.value[field] ?? observed?.facts[named: field] ?? raw[field]
        return value?.text ?? value?.bool.map { $0 ? "true" : "false" } ?? "unknown"
    }
    /// What is told of it where it is what was asked for.
    var unchanged: String { "\(title) is so already; nothing was sent" }

    /// The change that a kind turns into calls.
    func change(_ action: Action, account: Account, to target: String? = nil) -> Change {
        Change(
            address: address, action: action, wanted: nil, recorded: recorded,
            observed: observed, account: account, target: target)
    }
}

extension [LiveObject] {
    /// In the order of their names, then their ids.
    func sorted() -> [LiveObject] { sorted { ($0.name, $0.id) < ($1.name, $1.id) } }
}

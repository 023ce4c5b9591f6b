/// What keeps Weir from doubling, losing and breaking into things; always all of it.
///
/// Only the suite of random worlds switches one off, to prove that it would notice the loss. Code
/// asks `mechanisms.contains(.existence)` where the mechanism is entered, and nowhere else.
package struct Mechanisms: OptionSet, Sendable, Hashable {
    /// One bit a mechanism.
    package let rawValue: Int

    /// Takes the bits of mechanisms.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// What the ledger holds and no list shows is asked for by its id before it counts as gone.
    package static let existence = Mechanisms(rawValue: 1 << 0)
    /// What a service kept otherwise blocks the rows that would put it before people.
    package static let keptOtherwise = Mechanisms(rawValue: 1 << 1)
    /// One run at a time holds an environment's lock.
    package static let lock = Mechanisms(rawValue: 1 << 2)
    /// Recovery and planning look for the effects of all calls of a row, not only for its fields.
    package static let effects = Mechanisms(rawValue: 1 << 3)

    /// All of them.
    package static let all: Mechanisms = [.existence, .keptOtherwise, .lock, .effects]
}

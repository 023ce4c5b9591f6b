import EmulatedKit
import Platforms

/// Who changed something.
enum Actor: Hashable, Sendable {
    case run(Int)
    case people
    /// The platform by itself.
    case platform

    /// Whether it was Weir.
    var isRun: Bool { if case .run = self { true } else { false } }
}

/// A change of one object.
struct Event: Sendable {
    var actor: Actor
    var key: EmulatedStore.Key
    var before: LiveObject?
    var after: LiveObject?
    /// What brought it about, in words.
    var cause: String

    /// Whether it is there and acts afterwards.
    var actsAfter: Bool { after.map { $0.isLive && $0.acts } ?? false }
    /// Whether it was there and acted before.
    var actedBefore: Bool { before.map { $0.isLive && $0.acts } ?? false }
}

/// A write as the platform saw it.
struct Write: Sendable {
    var run: Int
    var method: String
    var path: [String]
    /// The status of the answer; nil where it was not carried out.
    var status: Int?

    /// The request in words.
    var line: String { "\(method) /\(path.joined(separator: "/"))" }
}

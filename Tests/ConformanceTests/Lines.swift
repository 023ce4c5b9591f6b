import Synchronization

/// Texts collected from several tasks.
final class Lines: Sendable {
    private let all = Mutex<[String]>([])

    func add(_ text: String) { all.withLock { $0.append(text) } }

    var text: String { all.withLock { $0.joined() } }
}

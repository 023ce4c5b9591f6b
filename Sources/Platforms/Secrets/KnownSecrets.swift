import Synchronization

/// The secrets that this process ever held, made once and handed to whoever reads or sends one.
public final class KnownSecrets: Sendable {
    private struct Held {
        var texts: Set<String> = []
        var redactor: Redactor? = Redactor([])
    }

    private let held = Mutex(Held())

    /// Starts without secrets.
    public init() {}

    /// Remembers a secret for as long as the process lives.
    public func add(_ secret: Secret) {
        secret.reveal { text in
            guard !text.isEmpty else { return }
            held.withLock { held in
                if held.texts.insert(text).inserted { held.redactor = nil }
            }
        }
    }

    /// Hides all that are known by now.
    public var redactor: Redactor {
        held.withLock { held in
            if let redactor = held.redactor { return redactor }
            let redactor = Redactor(held.texts.map { Secret($0) })
            held.redactor = redactor
            return redactor
        }
    }
}

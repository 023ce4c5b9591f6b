import Documents
import Lytics
import Platforms

/// What to do about auths that no longer work.
struct LyticsAuthAdvice {
    private let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    /// Says for every auth in trouble which commands mend it.
    func give(_ auths: [Object]) {
        for auth in auths {
            let health = LyticsAuthHealth(auth, now: operation.session.now())
            guard health.needsCredentials else { continue }
            let id = auth["id"]?.text ?? ""
            let type = auth["type"]?.text ?? "TYPE"
            let label = auth["label"]?.text ?? id
            operation.session.console.talk(
                "auth `\(label)` is \(health.rawValue): `weir lytics auths update \(id)` gives it new "
                    + "credentials, `weir lytics auths create \(type) --label \"\(label) 2\"` makes "
                    + "another one")
        }
    }
}

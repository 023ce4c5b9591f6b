import Reconciling
import Synchronization

/// The transports that a session opened, to be closed when its work is done.
final class Connections: Sendable {
    private let open = Mutex<[NetworkTransport]>([])

    /// Remembers a transport.
    func add(_ transport: NetworkTransport) { open.withLock { $0.append(transport) } }

    /// Closes all of them.
    func close() async {
        let all = open.withLock { open in
            defer { open = [] }
            return open
        }
        for transport in all { await transport.close() }
    }
}

/// Makes a write anew whose body carries what was read just before, so that it never puts back what
/// others changed while it waited.
struct Renewal: Sendable {
    /// Whether the request is older than a wait already.
    let isDue: Bool
    private let request: @Sendable () async throws(ReconcilingError) -> WireRequest

    /// Renews by a closure, which reads and builds the request.
    init(
        isDue: Bool,
        _ request: @escaping @Sendable () async throws(ReconcilingError) -> WireRequest
    ) {
        self.isDue = isDue
        self.request = request
    }

    /// The request as it is to be sent now; a failed read says that the write was not sent again.
    func make(sendsBefore: Int) async throws(ReconcilingError) -> WireRequest {
        do throws(ReconcilingError) {
            return try await request()
        } catch {
            var error = error
            error.sendsBefore = sendsBefore
            throw error
        }
    }
}

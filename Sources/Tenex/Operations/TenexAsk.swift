public import Documents
public import Platforms

/// One read of an operating command: what it asks for, and what its answer is of.
public struct TenexAsk: Sendable {
    /// Which operation it is.
    public let operation: TenexOperation
    /// The request; nil where the account has no path for it.
    public let request: Request?
    private let shape: TenexShape
    private let api: TenexAPI

    /// Asks for an operation.
    init(
        _ operation: TenexOperation, _ parameters: [String: Value] = [:], query: Object = [:],
        of shape: TenexShape, _ api: TenexAPI
    ) {
        self.operation = operation
        self.shape = shape
        self.api = api
        request = api.request(operation, parameters, query: query)
    }

    /// An answer, or one event of a stream, with the standard names.
    public func canonical(_ answer: Value) -> Value { api.canonical(answer, as: shape) }
}

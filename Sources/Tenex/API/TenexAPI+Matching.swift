import Platforms

extension TenexAPI {
    /// A request's operation, with what stands in the place of its path's parameters.
    public struct Match: Sendable, Equatable {
        /// What is asked for.
        public var operation: TenexOperation
        /// The values by the names of the parameters.
        public var parameters: [String: String]
    }

    /// The operation of a method and a path; words go before parameters.
    public func match(_ method: String, _ path: [String]) -> Match? {
        let found = TenexOperation.allCases.filter { operation in
            guard let endpoint = endpoint(operation), Self.fits(endpoint, path) else {
                return false
            }
            return endpoint.method.rawValue == method.lowercased()
        }
        let best = found.min { parameterCount($0) < parameterCount($1) }
        return best.map { Match(operation: $0, parameters: parameters(of: $0, in: path)) }
    }

    /// Whether a path is there for some method.
    public func knows(_ path: [String]) -> Bool {
        TenexOperation.allCases.contains { operation in
            endpoint(operation).map { Self.fits($0, path) } ?? false
        }
    }

    private func parameterCount(_ operation: TenexOperation) -> Int {
        endpoint(operation)?.parameters.count ?? 0
    }

    private func parameters(of operation: TenexOperation, in path: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for (part, value) in zip(endpoint(operation)?.parts ?? [], path) {
            if let name = Endpoint.parameter(part) { values[name] = value }
        }
        return values
    }

    private static func fits(_ endpoint: Endpoint, _ path: [String]) -> Bool {
        let parts = endpoint.parts
        return parts.count == path.count
            && zip(parts, path).allSatisfy { Endpoint.parameter($0) != nil || $0 == $1 }
    }
}

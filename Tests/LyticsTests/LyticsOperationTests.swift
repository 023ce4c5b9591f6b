import EmulatedKit
import Platforms
import Testing

@testable import LyticsEmulated
@testable import Lytics

@Suite struct `The operations of Lytics` {
    @Test(arguments: LyticsOperation.allCases)
    func `are served by the emulated API`(_ operation: LyticsOperation) throws {
        let endpoint = operation.endpoint
        let path = endpoint.parts.map { Endpoint.parameter($0) ?? $0 }
        let route = try #require(LyticsEmulatedAPI.routes.first { $0.matches(path) })
        #expect(route.handlers[endpoint.method.rawValue.uppercased()] != nil)
    }
}

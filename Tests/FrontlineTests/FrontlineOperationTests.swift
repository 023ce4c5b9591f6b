import EmulatedKit
import Platforms
import Testing

@testable import FrontlineEmulated
@testable import Frontline

@Suite struct `The operations of Frontline` {
    @Test(arguments: FrontlineOperation.allCases)
    func `are served by the emulated API`(_ operation: FrontlineOperation) throws {
        let endpoint = operation.endpoint
        let parts = endpoint.parts.map { Endpoint.parameter($0) ?? $0 }
        let path = ["public", "v1"] + parts
        let route = try #require(
            FrontlineEmulatedAPI.routes.map(\.endpoint).first { $0.matches(path) })
        #expect(route.handlers[endpoint.method.rawValue.uppercased()] != nil)
    }
}

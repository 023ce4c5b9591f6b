import Documents
import EmulatedKit
import Planning
import Platforms
import Testing

@testable import Commands

/// What only the platform's answers show to be wrong in a file.
@Suite struct `a mistake that is found while the platform is read` {
    /// A workflow of a template that asks for inputs, without them.
    private static func incomplete() throws -> Document {
        let documents = Subject.tenex(preset: .today).documents
        var document = try #require(documents.first { $0.name == "workflow/installed" })
        let template: Value = [
            "slug": document.value["from_template"]?["slug"] ?? "", "inputs": [:],
        ]
        document.value = document.value.with("from_template", template)
        return document
    }

    @Test func `forbids plan, apply and destroy as a mistake in a file does`() async throws {
        let document = try Self.incomplete()
        try await World.with(.tenex(preset: .today), documents: [document]) { world in
            let plan = await #expect(throws: Failure.self) { try await world.plan() }
            #expect(plan?.status == .invalidProject)
            let apply = await #expect(throws: Failure.self) { try await world.apply() }
            #expect(apply?.status == .invalidProject)
            let destroy = await #expect(throws: Failure.self) {
                try await world.plan { options in options.isDestroy = true }
            }
            #expect(destroy?.status == .invalidProject)
            #expect(world.talk.text.contains("error[tenex/template-input]"), "\(world.talk.text)")
            let writes = try await world.takeWrites()
            #expect(writes == [])
        }
    }
}

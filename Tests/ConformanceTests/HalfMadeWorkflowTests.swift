import Documents
import EmulatedKit
import Planning
import Platforms
import Reconciling
import Tenex
import Testing

@testable import Commands

/// What an event sets off while a workflow is being made, and while it is being taken away.
@Suite struct `a workflow that is half made` {
    private static let kinds = ["cut-before", "cut-after", "500-before", "500-after-commit"]

    @Test func `is started by no event before it is whole, wherever an apply is cut`() async throws
    {
        let subject = Subject.tenex(preset: .today)
        let documents = subject.documents.filter { $0.name == "workflow/lead" }
        let count = try await World.with(subject, documents: documents) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            try await world.createLead()
            #expect(try await world.runs() == 1)
            return try await world.takeWrites().count
        }
        #expect(count == 7)
        for kind in Self.kinds {
            for number in 0..<count {
                try await World.with(subject, documents: documents) { world in
                    try await world.fault(kind, atWrite: number)
                    let status = try? await world.apply()
                    try await world.createLead()
                    let isWhole = status == .done || kind.contains("after") && number == count - 1
                    let said: Comment = "\(kind) at write \(number)\n\(world.talk.text)"
                    #expect(try await world.runs() == (isWhole ? 1 : 0), said)
                    #expect(try await world.apply() == .done, said)
                    try await world.createLead()
                    #expect(try await world.runs() == (isWhole ? 2 : 1), said)
                }
            }
        }
    }

    @Test func `is started by no event once a destroy has begun to take its triggers`() async throws
    {
        let subject = Subject.tenex(preset: .today)
        let documents = subject.documents.filter { $0.name == "workflow/lead" }
        try await World.with(subject, documents: documents) { world in
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            _ = try await world.takeWrites()
            #expect(try await world.apply { $0.isDestroy = true } == .done)
            let writes = try await world.takeWrites()
            #expect(writes.prefix(4).allSatisfy { $0.hasPrefix("DELETE ") }, "\(writes)")
            #expect(writes.last?.hasSuffix("/archive") == true)
            try await world.createLead()
            #expect(try await world.runs() == 0)
            #expect(try await world.plan { $0.isDestroy = true }.isEmpty)
        }
    }
}

extension World {
    /// Somebody puts a lead into the CRM who passes the filter of the trigger.
    fileprivate func createLead() async throws {
        try await emulator.post(
            "edit",
            [
                "kind": "tenex/event", "id": "lead",
                "set": [
                    "event_type": "lead.created", "source": "crm",
                    "data": [
                        "lead_id": "22222222-2222-4222-8222-222222222222",
                        "lead": ["name": "Ada", "score": 50],
                    ],
                ],
            ])
    }

    /// How many runs there are.
    fileprivate func runs() async throws -> Int {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let client = try #require(workspace.clients["tenex"])
        let request = try #require(TenexAPI.standard.request(.listRuns))
        return try await client.read(Read(request, purpose: "the runs")).list?.count ?? 0
    }
}

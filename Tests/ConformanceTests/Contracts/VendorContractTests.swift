import Documents
import Testing

/// What Weir sends and what the emulator answers, held against what the vendors have published.
@Suite struct `a request and its answer` {
    @Test func `are as the vendors' contracts say, but for what is listed with its source`()
        async throws
    {
        let recording = Recording()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for session in ContractSession.all {
                group.addTask { try await session.play(recording) }
            }
            try await group.waitForAll()
        }
        let check = try await ContractCheck(recording)
        let listed = ContractException.all.flatMap(\.deviations)
        #expect(Set(listed).count == listed.count)
        let unlisted = check.deviations.subtracting(listed).map(\.description).sorted()
        #expect(unlisted.isEmpty, "nobody listed:\n\(unlisted.joined(separator: "\n"))")
        let gone = Set(listed).subtracting(check.deviations).map(\.description).sorted()
        #expect(gone.isEmpty, "listed, and does not occur:\n\(gone.joined(separator: "\n"))")
        #expect(check.unseen == [])
    }

    private func found(_ fill: (Recording) -> Void) async throws -> [String] {
        let recording = Recording()
        fill(recording)
        return try await ContractCheck(recording).deviations.map(\.description).sorted()
    }

    @Test func `are found wherever they differ`() async throws {
        let found = try await found { recording in
            let body: Value = ["label": true, "colour": "red", "auth_ids": [1]]
            recording.add(
                "PUT", ["v2", "connection", "c"], query: [["dry_run", "true"]], body: body,
                status: 200, answer: nil)
            recording.add(
                "POST", ["v2", "job", "braze-export"], body: ["name": "x"], status: 201,
                answer: ["data": ["name": "x", "config": [:], "status": "asleep"]])
            recording.add("PUT", ["v2", "flow", "x"], body: [:], status: 200, answer: nil)
            recording.add("DELETE", ["agents", "a"], body: nil, status: 500, answer: nil)
        }
        #expect(
            found == [
                "DELETE /agents/{agentId}  500  is not in the contract",
                "POST /v2/job/{workflow}  201.data.status  'asleep' is not one of ['runnable', "
                    + "'sleeping', 'paused', 'completed', 'fault', 'failed', 'killed', 'deleted', "
                    + "'unknown']",
                "POST /v2/job/{workflow}  body.config  is missing",
                "PUT /v2/connection/{id}  200  is not in the contract",
                "PUT /v2/connection/{id}  body.auth_ids[]  1 is not of type 'string'",
                "PUT /v2/connection/{id}  body.colour  is not in the contract",
                "PUT /v2/connection/{id}  body.label  True is not of type 'string'",
                "PUT /v2/connection/{id}  query.dry_run  is not in the contract",
                "PUT /v2/flow/x    is in no contract",
            ])
    }

    @Test func `are found in the alternative that they come nearest to`() async throws {
        let found = try await found { recording in
            let node: Value = [
                "node": [
                    "type": "API", "position": ["positionX": 0, "positionY": 0],
                    "data": ["type": "API", "url": 5, "method": "GET", "headers": []],
                ]
            ]
            recording.add(
                "POST", ["agents", "a", "flows", "1", "nodes"], body: node, status: 201,
                answer: nil)
        }
        #expect(found.contains { $0.contains("body.node.data.url") })
        #expect(!found.contains { $0.contains("SAY_AI") })
    }
}

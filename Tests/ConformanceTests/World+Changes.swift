import Documents
import Foundation
import Platforms

@testable import Commands

extension Value {
    /// This object with one member changed.
    func with(_ name: String, _ value: Value) -> Value {
        guard case .object(var object) = self else { return self }
        object[name] = value
        return .object(object)
    }
}

extension World {
    /// Changes an object as somebody in the platform's own screens would.
    func editBehindOurBack(_ fields: Object) async throws {
        try await emulator.post(
            "edit",
            [
                "kind": .text(subject.behindOurBack.kind), "id": .text(try await liveID()),
                "set": .object(fields),
            ])
    }

    /// The live id of the object that is changed behind our back, as the ledger has it.
    private func liveID() async throws -> String {
        let back = subject.behindOurBack
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let type = back.kind.split(separator: "/").last ?? ""
        let owner = workspace.recorded.first { $0.key.text.hasSuffix("/\(type)/\(back.id)") }
        return owner.map { $0.value.liveID.text ?? $0.value.liveID.canonicalJSON } ?? back.id
    }

    /// The object that `editBehindOurBack` changes, as the emulator stores it.
    func readBehindOurBack() async throws -> Value {
        try await emulator.get(
            "object",
            query: [
                "kind": .text(subject.behindOurBack.kind), "id": .text(try await liveID()),
            ])
    }

    /// How many objects the platform holds that a file could describe.
    func countObjects() async throws -> Int {
        let workspace = try await session.open(try await session.loadProject(), for: .reading)
        let observations = try await session.observe(workspace)
        let ours = Set(subject.documents.compactMap { $0.kind?.name.platform })
        return observations.values.flatMap(\.resources).count { ours.contains($0.kind.platform) }
    }

    /// Breaks the write of a number, counted from 0 and from now.
    func fault(
        _ kind: String, atWrite number: Int, milliseconds: Int64 = 0
    ) async throws {
        try await emulator.post(
            "faults",
            [
                [
                    "match": ["writes": true], "skip": .int(Int64(number)), "kind": .text(kind),
                    "count": 1, "milliseconds": .int(milliseconds),
                ]
            ])
    }
}

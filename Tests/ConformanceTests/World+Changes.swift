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
        let back = subject.behindOurBack
        try await emulator.post(
            "edit", ["kind": .text(back.kind), "id": .text(back.id), "set": .object(fields)])
    }

    /// The object that `editBehindOurBack` changes, as the emulator stores it.
    func readBehindOurBack() async throws -> Value {
        let back = subject.behindOurBack
        return try await emulator.get(
            "object", query: ["kind": .text(back.kind), "id": .text(back.id)])
    }

    /// How many objects the platform holds that a file could describe.
    func countObjects() async throws -> Int {
        let workspace = try await session.open(try await session.loadProject())
        let observations = try await session.observe(workspace)
        let ours = Set(subject.documents.compactMap { $0.kind?.name })
        return observations.values.flatMap(\.resources).count { ours.contains($0.kind) }
    }

    /// Breaks the write of a number, counted from 0 and from now.
    func fault(_ kind: String, atWrite number: Int) async throws {
        try await emulator.post(
            "faults",
            [
                [
                    "match": ["writes": true], "skip": .int(Int64(number)), "kind": .text(kind),
                    "count": 1,
                ]
            ])
    }
}

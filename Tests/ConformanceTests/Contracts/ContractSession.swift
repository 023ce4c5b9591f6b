import Documents
import EmulatedKit
import Foundation
import Planning
import Testing

@testable import Commands

/// A use of Weir from the first apply to the end, of which every exchange is recorded.
struct ContractSession: Sendable {
    /// What it is called where it fails.
    let name: String
    /// Plays it.
    let play: @Sendable (Recording) async throws -> Void

    /// Every session: the project in `flows/`, the conformance subjects, the operating commands.
    static let all: [ContractSession] =
        EmulatedPreset.allCases.flatMap { preset in
            [example(preset), audiences(preset), managing(.frontline(preset: preset), preset)]
                + wires.map { managing(.lytics(wire: $0), preset) }
        } + CommandScenario.all.filter { !$0.subject.name.hasPrefix("tenex") }.map(operating)

    private static let wires = ["steps", "graph", "core", "auto"]

    /// Applies a subject and destroys it. Under the newest sources every field is changed between,
    /// but where an account's own form decides, which is one of the others.
    private static func managing(_ subject: Subject, _ preset: EmulatedPreset) -> ContractSession {
        var subject = subject
        let isEdited = preset == .today && !subject.name.hasSuffix("auto")
        subject.preset = preset
        return ContractSession(name: "\(subject.name), \(preset)") { [subject] recording in
            try await World.with(subject) { world in
                let world = world.recorded(by: recording)
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                for documents in isEdited ? edits(of: subject) : [] {
                    try world.write(subject.documents)
                    try world.write(documents)
                    #expect(try await world.apply() == .done, "\(world.talk.text)")
                }
                try await world.destroy()
            }
        }
    }

    /// The edited documents of each round: one changed field of every document at a time.
    private static func edits(of subject: Subject) -> [[Document]] {
        let all = subject.documents.map { document in
            (document.kind.map { Mutation.all(of: document, kind: $0, subject: subject) } ?? [])
                .filter { !$0.isLifecycle }.map(\.document)
        }
        return (0..<(all.map(\.count).max() ?? 0)).map { round in
            all.compactMap { round < $0.count ? $0[round] : nil }
        }
    }

    /// Gives an operating command where what it is about was applied.
    private static func operating(_ scenario: CommandScenario) -> ContractSession {
        ContractSession(name: scenario.testDescription) { recording in
            try await World.with(scenario.subject, documents: scenario.before) { world in
                let world = world.recorded(by: recording)
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                var files = scenario.others
                files[scenario.file] = scenario.payload
                try world.write(files)
                for command in scenario.preparing + [scenario.command] {
                    #expect(try await world.run(command) == .done, "\(world.talk.text)")
                }
            }
        }
    }

    /// Applies the project in `flows/` to both environments, edits it, gives every operating
    /// command and destroys it.
    private static func example(_ preset: EmulatedPreset) -> ContractSession {
        ContractSession(name: "flows, \(preset)") { recording in
            try await World.with(.example(preset)) { world in
                var world = world.recorded(by: recording)
                try world.copyExample()
                for environment in ["production", "sandbox"] {
                    world.session.environment = environment
                    #expect(try await world.apply() == .done, "\(world.talk.text)")
                }
                try world.editExample()
                #expect(try await world.apply() == .done, "\(world.talk.text)")
                try await world.operate()
                try await world.destroy()
            }
        }
    }
}

extension World {
    /// Writes files beside the project's, as JSON.
    fileprivate func write(_ files: [String: Value]) throws {
        for (name, value) in files {
            try Data(value.prettyJSON.utf8).write(to: folder.appendingPathComponent(name))
        }
    }

    /// Removes everything that the ledger holds.
    fileprivate func destroy() async throws {
        let status = try await apply { $0.isDestroy = true }
        #expect(status == .done, "\(talk.text)")
    }

    /// Gives the operating commands of both platforms, one after another.
    fileprivate func operate() async throws {
        try write(OperatingCommand.files)
        for command in OperatingCommand.all {
            let said = talk.text.count
            let status = try await command.isRead ? look(command.words) : run(command.words)
            #expect(status == .done, "\(command.words)\n\(talk.text.dropFirst(said))")
        }
    }
}

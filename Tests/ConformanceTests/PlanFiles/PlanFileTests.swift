import Documents
import Foundation
import Planning
import Platforms
import Projects
import Testing

@testable import Commands

/// A plan file goes from one machine to another, past people and jobs that may change it.
@Suite struct `a plan file` {
    private func inWorld(
        _ story: @Sendable (World) async throws -> Void
    ) async throws {
        let subject = Subject.lytics(wire: "steps")
        try await World.inProcess(subject, documents: World.auths(["one"]) + subject.few) {
            world, _ in try await story(world)
        }
    }

    @Test func `is applied without documents, and a second time tells which run did it`()
        async throws
    {
        try await inWorld { world in
            let plan = try await world.planToFile()
            let documents = World.auths(["one"]) + world.subject.few
            for document in documents { try world.remove(document) }
            #expect(try await world.applyFile() == .done, "\(world.talk.text)")
            #expect(try await world.ledger().count == Set(plan.rows.map(\.address)).count)
            let objects = try await world.countObjects()
            #expect(try await world.applyFile() == .done, "\(world.talk.text)")
            #expect(world.talk.text.contains("already applied by run 1"))
            #expect(try await world.countObjects() == objects)
            try world.write(documents)
            #expect(try await world.plan().isEmpty)
        }
    }

    @Test func `shows the plan before it is carried out`() async throws {
        try await inWorld { world in
            let plan = try await world.planToFile()
            _ = try await world.applyFile()
            let summary = PlanText.summary(plan)
            let shown = try #require(world.talk.text.range(of: summary))
            let done = try #require(world.talk.text.range(of: "\(plan.rows.count) done"))
            #expect(shown.lowerBound < done.lowerBound)
        }
    }

    @Test func `that anything of was edited is refused, whatever its digest says`() async throws {
        try await World.withAuths(["one"]) { world in
            try await world.planToFile()
            let keys = try #require(try world.key())
            let text = try String(contentsOfFile: world.planPath, encoding: .utf8)
            let file = try JSON.parse(text)
            let edits = file.edits
            #expect(edits.count > 100)
            var taken: [String] = []
            for (path, edited) in edits where edited.withDigest != file {
                guard let file = try? PlanFile.read(edited.withDigest, keys: [keys]) else {
                    continue
                }
                if case .authentic = file.origin { taken.append(path) }
            }
            #expect(taken == [])
        }
    }

    @Test func `is authentic, of an unknown key, or changed`() async throws {
        try await World.withAuths(["one"]) { world in
            try await world.planToFile()
            let key = try #require(try world.key())
            func origin(_ keys: [DigestKey]) throws -> PlanFile.Origin {
                try PlanFile.read(world.planPath, keys: keys).origin
            }
            #expect(try origin([key]) == .authentic(key.fingerprint))
            #expect(try origin([.ofCommand]) == .unknown(key.fingerprint))
            try world.editPlan(key: nil) { $0.plan.notes = ["calm"] }
            #expect(try origin([key]) == .keyless)
            #expect(try await world.refusal()?.code == "plan/not-authentic")
            try world.editPlan(key: .ofCommand) { _ in }
            #expect(try await world.refusal()?.code == "secret/another-key")
        }
    }

    @Test func `is refused once the ledger has another key`() async throws {
        try await inWorld { world in
            let world = world.on("here")
            #expect(try await world.apply() == .done, "\(world.talk.text)")
            try world.write([world.edited])
            try await world.planToFile()
            _ = try await world.session.rotateKey(.proven)
            let refusal = try await world.refusal()
            #expect(refusal?.code == "secret/another-key")
            #expect(world.talk.text.contains("was changed since the plan was made"))
        }
    }

    /// Edits by somebody who has the key.
    private static let edits:
        [(name: String, code: String, edit: @Sendable (inout StoredPlan) -> Void)] = [
            (
                "an extra call", "plan/stale",
                {
                    $0.plan.rows[0].calls.append(
                        Call("tidy", Request(.delete, ["v2", "auth", "x"])))
                }
            ),
            (
                "a secret in a body", "plan/stale",
                { $0.plan.rows[0].calls[0].request.body = .value(["label": .secret("NPM_TOKEN")]) }
            ),
            (
                "a path that leads elsewhere", "plan/stale",
                { $0.plan.rows[0].calls[0].request.path = ["v2", "..", "..", "x"] }
            ),
            ("no accounts", "plan/unknown-account", { $0.plan.accounts = [] }),
            ("another account", "plan/another-account", { $0.plan.accounts[0].identity = "1" }),
            ("another project", "plan/another-project", { $0.plan.project = "other" }),
            (
                "a wish for a secret", "plan/not-authentic",
                { $0.wanted[0].value = $0.wanted[0].value.with("label", .secret("NPM_TOKEN")) }
            ),
            (
                "a wish that is not shown", "plan/stale",
                { $0.wanted[0].value = $0.wanted[0].value.with("label", "other") }
            ),
        ]

    @Test(arguments: edits.map(\.name))
    func `with calls that its rows do not make is refused, also with the key`(
        _ name: String
    ) async throws {
        let (_, code, edit) = try #require(Self.edits.first { $0.name == name })
        try await World.withAuths(["one"]) { world in
            let world = world.with("NPM_TOKEN", "a token of another service")
            try await world.planToFile()
            try world.editPlan(key: try world.key(), edit)
            #expect(try await world.refusal()?.code == code, "\(world.talk.text)")
            #expect(try await world.ledger().isEmpty)
        }
    }

    @Test func `is stale once a file of its rows changed, and a note once another one did`()
        async throws
    {
        try await World.withAuths(["one", "two"]) { world in
            try await world.apply()
            try world.write([World.label("one", "new")])
            try await world.planToFile()
            try world.write([World.label("two", "new")])
            try world.write([World.label("one", "newer")])
            let refusal = try await world.refusal()
            #expect(refusal?.status == .conflict)
            #expect(refusal?.code == "plan/stale")
            try world.write([World.label("one", "new")])
            #expect(try await world.applyFile() == .done, "\(world.talk.text)")
            #expect(world.talk.text.contains("`two.yaml` changed since the plan was made"))
        }
    }

    @Test func `is stale once what it touches changed, also where it was applied before`()
        async throws
    {
        try await World.withAuths(["one"]) { world in
            try await world.apply()
            try world.write([World.label("one", "new")])
            try await world.planToFile()
            #expect(try await world.applyFile() == .done, "\(world.talk.text)")
            try world.write([World.label("one", "newer")])
            try await world.apply()
            try world.write([World.label("one", "new")])
            let refusal = try await world.refusal()
            #expect(refusal?.status == .conflict, "\(world.talk.text)")
            #expect(refusal?.code == "plan/stale")
            #expect(try await world.causes() == [.intended], "nothing was taken back")
        }
    }

    @Test func `can be read by its owner alone`() async throws {
        try await World.withAuths(["one"]) { world in
            for _ in 0..<2 {
                try await world.planToFile()
                let found = try FileManager.default.attributesOfItem(atPath: world.planPath)
                #expect((found[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o644], ofItemAtPath: world.planPath)
            }
        }
    }

    @Test func `that is too large, or no file, is not read`() async throws {
        try await World.withAuths(["one"]) { world in
            _ = FileManager.default.createFile(atPath: world.planPath, contents: nil)
            let handle = try #require(FileHandle(forWritingAtPath: world.planPath))
            try handle.truncate(atOffset: 20 << 30)
            for path in [world.planPath, "/dev/zero", world.folder.path] {
                let code = await world.code { _ = try await world.session.planFile(path) }
                #expect(code == "plan/unreadable")
            }
        }
    }
}

extension World {
    /// An auth of `auths` with another label.
    fileprivate static func label(_ id: String, _ label: String) -> Document {
        var document = auths([id])[0]
        document.value = document.value.with("label", .text(label))
        return document
    }

    /// A document with another label.
    fileprivate var edited: Document { World.label("one", "new") }
}

extension PlanFile {
    /// Reads a plan file's value.
    fileprivate static func read(_ value: Value, keys: [DigestKey]) throws -> PlanFile {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("weir-plan-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(value.canonicalJSON.utf8).write(to: url)
        return try PlanFile.read(url.path, keys: keys)
    }
}

extension Value {
    /// The same plan file with the digest that fits its plan.
    fileprivate var withDigest: Value {
        guard let plan = self["plan"], let read = try? Plan(encoded: plan) else { return self }
        return with("digest", .text(read.digest))
    }

    /// It with one scalar changed or one member or element left out, each with the path.
    fileprivate var edits: [(String, Value)] {
        switch self {
        case .object(let object):
            object.members.indices.flatMap { index -> [(String, Value)] in
                let member = object.members[index]
                var without = object.members
                without.remove(at: index)
                let inner = member.value.edits.map { path, value -> (String, Value) in
                    var members = object.members
                    members[index].value = value
                    return ("\(member.key).\(path)", .object(Object(members: members)))
                }
                return [("-\(member.key)", .object(Object(members: without)))] + inner
            }
        case .list(let list):
            list.indices.flatMap { index -> [(String, Value)] in
                var without = list
                without.remove(at: index)
                let inner = list[index].edits.map { path, value -> (String, Value) in
                    var elements = list
                    elements[index] = value
                    return ("\(index).\(path)", .list(elements))
                }
                return [("-\(index)", .list(without))] + inner
            }
        case .text(let text): [("text", .text(text + "x"))]
        case .int(let int): [("int", .int(int + 1))]
        case .bool(let bool): [("bool", .bool(!bool))]
        default: [("scalar", .text("x"))]
        }
    }
}

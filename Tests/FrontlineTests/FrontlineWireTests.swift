import Diagnostics
import Documents
import Frontline
import Platforms
import Testing
import WireGolden

/// One flow in both vocabularies, as `Fixtures/wire` holds what is sent.
@Suite struct `Frontline on the wire` {
    private static let folder = WireFolder()
    private static let dialects = ["today", "brief"]
    private static let edits = [
        "name", "nodes.say.data.message", "edges.ask.default", "nodes.look",
    ]

    private let flows = FrontlineFlowKind()

    private func flow(_ name: String) throws -> Resource {
        let (resources, report) = FrontlineDocuments.decode(try Self.folder.document(name))
        #expect(report.diagnostics == [])
        return try #require(resources.last)
    }

    private func account(_ dialect: String) -> Account {
        Account(
            name: "frontline", platform: "frontline", url: "https://api.frontline.ai",
            tokenName: "T", options: ["api": .text(dialect)])
    }

    private func expect(_ change: Change, toBe name: String) throws -> ChangeCalls {
        let made = flows.calls(for: change)
        #expect(made.refusals.isEmpty)
        let text = WireText.of(made.calls)
        let kept = try Self.folder.kept(name, recording: text)
        #expect(text == kept)
        return made
    }

    private func creation(_ dialect: String) throws -> Change {
        let flow = try flow("before")
        return Change(
            address: flow.address, action: .create, wanted: flow.value,
            account: account(dialect))
    }

    @Test(arguments: dialects) func `creates a flow as its file says`(dialect: String) throws {
        _ = try expect(try creation(dialect), toBe: "\(dialect).create")
    }

    @Test(arguments: dialects) func `updates a flow as its file says`(dialect: String) throws {
        let wanted = try flow("after")
        let made = flows.calls(for: try creation(dialect))
        let change = Change(
            address: wanted.address, action: .update, wanted: wanted.value,
            paths: Self.edits.compactMap { FieldPath(parsing: $0) },
            observed: live(try flow("before"), made), account: account(dialect))
        _ = try expect(change, toBe: "\(dialect).update")
    }

    /// What the service shows of a flow: every node as it was sent, with an id after its key.
    private func live(_ flow: Resource, _ made: ChangeCalls) -> ObservedResource {
        let keys = made.given["nodes"]?.object?.keys ?? []
        let nodes = made.calls.compactMap { call -> Value? in
            guard case .value(let body) = call.request.body, var node = body["node"]?.object,
                let name = node["name"]?.text
            else { return nil }
            node["nodeId"] = .text("node of \(name)")
            return .object(node)
        }
        return ObservedResource(
            account: "frontline", kind: flow.kind, liveID: "7", naturalKey: .null,
            value: flow.value, raw: flow.value,
            facts: Facts([
                "nodes": .object(Object(keys.map { ($0, .text("node of \($0)")) })),
                "graph": .list(nodes),
            ]))
    }
}

import Documents
import Testing

@testable import Frontline
@testable import Platforms

private let id = "node_550e8400-e29b-41d4-a716-446655440000"

private func node(_ more: Object) -> Value {
    let own: Object = ["nodeId": .text(id), "type": "SAY_AI", "name": "hello"]
    return .object(Object(members: own.members + more.members))
}

private func reader(_ nodes: [Value], given: Object = [:], wanted: [Value] = [])
    -> FrontlineGraphReader
{
    FrontlineGraphReader(keys: FrontlineNodeKeys(nodes, given: given, wanted: wanted))
}

@Suite struct `published nodes` {
    @Test func `say nothing where the answer does not show their data`() {
        let nodes = [node([:])]
        #expect(reader(nodes).running(nodes) == nil)
        #expect(reader([]).running([]) == nil)
    }

    @Test func `say nothing of edges where the answer does not show their handles`() throws {
        let nodes = [node(["data": ["message": "Hello"]])]
        let form = try #require(reader(nodes).running(nodes))
        #expect(form["nodes"]?.list?.first?["data"]?["message"] == "Hello")
        #expect(form["edges"] == nil)
        let whole = [node(["data": ["message": "Hello"], "handles": []])]
        #expect(reader(whole).running(whole)?["edges"] == [:])
    }
}

@Suite struct `a node's key` {
    @Test func `is what the ledger says, whatever the node is called`() {
        let keys = reader([node([:])], given: ["greet": .text(id)]).keys
        #expect(keys.keys == [id: "greet"])
    }

    @Test func `is its name where the ledger is lost`() {
        #expect(reader([node([:])]).keys.keys == [id: "hello"])
    }

    @Test func `is found by its label and type where somebody made it by hand`() {
        let live: Value = ["nodeId": .text(id), "type": "SAY_AI", "alias": "Greeting"]
        let wanted: [Value] = [
            ["key": "one", "type": "SAY_AI", "alias": "Greeting"],
            ["key": "two", "type": "SAY_AI", "alias": "Other"],
        ]
        #expect(reader([live], wanted: wanted).keys.keys == [id: "one"])
    }

    @Test func `is its id where nothing else tells`() {
        let live: Value = ["nodeId": .text(id), "type": "SAY_AI"]
        #expect(reader([live]).keys.keys == [id: id])
    }
}

import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `A graph on the wire` {
    private let steps: Value = [
        [
            "key": "ask", "type": "agent", "on_error": "fallback",
            "config": ["agent_slug": "x", "inputs": ["duration": 5]], "next": ["sort", "tell"],
            "fallback": "tell",
        ],
        [
            "key": "sort", "type": "branch", "on_error": "halt",
            "branches": [
                [
                    "label": "hot", "next": "rest",
                    "condition": ["field": "lead.score", "op": "gt", "value": 8],
                ], ["condition": .null, "next": "end"],
            ],
        ],
        [
            "key": "rest", "type": "wait", "on_error": "halt", "next": [],
            "config": ["duration": 259_200_000_000_000],
        ],
        ["key": "tell", "type": "http", "on_error": "halt", "next": [], "config": ["url": "u"]],
    ]

    @Test func `has its edges in one list, in the order in which they are tried`() throws {
        let graph = TenexGraphBody(steps).value
        let edges = try #require(graph["edges"]?.list)
        #expect(
            edges.map {
                "\($0["from"]?.text ?? "") \($0["kind"]?.text ?? "") \($0["to"]?.text ?? "")"
            }
                == ["ask next sort", "ask next tell", "ask fallback tell", "sort branch rest"])
        #expect(edges.last?["label"] == "hot")
        #expect(edges.first?["condition"] == nil)
    }

    @Test func `has its times in the service's form, and what agents are given as it is`() throws {
        let sent = try #require(TenexGraphBody(steps).value["steps"]?.list)
        #expect(sent[2]["config"]?["duration"] == "PT72H")
        #expect(sent[0]["config"]?["inputs"]?["duration"] == 5)
        for way in ["next", "branches", "fallback"] {
            #expect(sent.allSatisfy { $0[way] == nil })
        }
    }

    @Test func `comes back as the steps that were sent`() {
        let read = TenexReading.written(["graph": TenexGraphBody(steps).value])["steps"]
        let sent = TenexReading.written([:])["steps"]
        #expect(sent == [])
        #expect(
            read == ValueEncoder.encode(TenexLowering.workflow(reading: ["steps": steps]))["steps"])
    }

    @Test func `may have edges without a kind, and a branch without an otherwise`() throws {
        let graph: Value = [
            "steps": [["key": "a", "id": 7, "type": "branch"], ["key": "b", "type": "wait"]],
            "edges": [
                [
                    "from": "a", "to": "b",
                    "condition": ["field": "lead.score", "op": "gt", "value": 1],
                ], ["from": "b", "to": "c"],
            ],
        ]
        let steps = try #require(TenexGraphReader(graph).value.list)
        #expect(steps[0]["id"] == nil)
        #expect(steps[0]["branches"]?.list?.map { $0["next"] } == ["b", "end"])
        #expect(steps[1]["next"] == ["c"])
    }
}

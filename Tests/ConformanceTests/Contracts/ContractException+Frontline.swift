extension ContractException {
    /// Where Frontline's OpenAPI file of 2026-08-19 does not say what other sources say.
    static let frontline: [ContractException] =
        nodes + [
            ContractException(
                source: "the customer's documents: a flow is paused (PAUSED) in preset `brief`",
                places: """
                    GET /agents/{agentId}/flows 200.results[].status
                    GET /agents/{agentId}/flows/{flowId} 200.status
                    PUT /agents/{agentId}/flows/{flowId} 200.status
                    PUT /agents/{agentId}/flows/{flowId} body.status
                    """),
            ContractException(
                source:
                    "the customer's documents: the edges of a graph are a list of their own too, "
                    + "in preset `brief`",
                places: """
                    DELETE /agents/{agentId}/flows/{flowId}/edges 200.edges
                    DELETE /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.edges
                    GET /agents/{agentId}/flows/{flowId}/graph 200.edges
                    POST /agents/{agentId}/flows/{flowId}/edges 200.edges
                    PUT /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.edges
                    """),
            ContractException(
                source: "an assumption: a list of flows tells of each what the flow alone tells",
                places: """
                    GET /agents/{agentId}/flows 200.results[].assistantId
                    GET /agents/{agentId}/flows 200.results[].draftSnapshotId
                    GET /agents/{agentId}/flows 200.results[].isDefault
                    GET /agents/{agentId}/flows 200.results[].liveSnapshotId
                    """),
        ]

    private static let nodes = [
        ContractException(
            source: "Frontline's OpenAPI of 2026-07-23: a node create names its id",
            places: """
                POST /agents/{agentId}/flows/{flowId}/nodes body.node.nodeId
                """),
        ContractException(
            source: "the customer's documents: a node keeps the id that a create names, in preset "
                + "`brief`",
            places: """
                DELETE /agents/{agentId}/flows/{flowId}/edges 200.nodes[].nodeId
                DELETE /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.nodes[].nodeId
                GET /agents/{agentId}/flows/{flowId} 200.nodes[].nodeId
                GET /agents/{agentId}/flows/{flowId}/graph 200.nodes[].nodeId
                POST /agents/{agentId}/flows/{flowId}/edges 200.nodes[].nodeId
                POST /agents/{agentId}/flows/{flowId}/nodes 201.nodeId
                PUT /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.nodes[].nodeId
                """),
        ContractException(
            source: "the vendor's skill flow-builder: CREATE_RECORD_ACTIVITY is valid in a flow",
            places: """
                GET /agents/{agentId}/flows/{flowId} 200.nodes[].data
                GET /agents/{agentId}/flows/{flowId} 200.nodes[].type
                GET /agents/{agentId}/flows/{flowId}/graph 200.nodes[].data
                GET /agents/{agentId}/flows/{flowId}/graph 200.nodes[].type
                POST /agents/{agentId}/flows/{flowId}/edges 200.nodes[].data
                POST /agents/{agentId}/flows/{flowId}/edges 200.nodes[].type
                POST /agents/{agentId}/flows/{flowId}/nodes 201.data
                POST /agents/{agentId}/flows/{flowId}/nodes 201.type
                POST /agents/{agentId}/flows/{flowId}/nodes body.node.data
                POST /agents/{agentId}/flows/{flowId}/nodes body.node.type
                PUT /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.nodes[].data
                PUT /agents/{agentId}/flows/{flowId}/nodes/{nodeId} 200.nodes[].type
                PUT /agents/{agentId}/flows/{flowId}/nodes/{nodeId} body.node.data
                """),
    ]
}

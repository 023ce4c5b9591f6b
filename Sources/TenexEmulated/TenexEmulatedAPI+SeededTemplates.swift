import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// The gallery: graphs with `{{ template.NAME }}` where an input goes when one is installed.
    static func templates(connector: String) -> [Value] {
        [leadToSequence(connector), leadScoring(connector)]
    }

    private static func leadToSequence(_ connector: String) -> Value {
        [
            "slug": "lead-to-sequence", "title": "Lead to sequence",
            "description": "Enrich a lead and add it to an email sequence",
            "category": "nurture", "version": 3,
            "inputs": [
                input("sequence_id", "uuid", isRequired: true, "The sequence to add leads to"),
                input("segment_id", "uuid", "The segment that leads come from"),
                input("connector_id", "uuid", or: .text(connector), "The CRM to write to"),
            ],
            "graph": [
                "steps": [
                    agentStep(
                        "enrich", "lead-enrichment",
                        [
                            "lead_id": "{{ inputs.lead_id }}",
                            "segment_id": "{{ template.segment_id }}",
                        ]),
                    connectorStep(
                        "add", "add_to_sequence",
                        [
                            "lead_id": "{{ inputs.lead_id }}",
                            "sequence_id": "{{ template.sequence_id }}",
                        ]),
                ],
                "edges": [["from": "enrich", "to": "add", "kind": "next"]],
            ],
            "_inputs": [input("lead_id", "uuid", isRequired: true, "The lead")],
        ]
    }

    private static func leadScoring(_ connector: String) -> Value {
        [
            "slug": "lead-scoring", "title": "Behavioral lead scoring + auto-qualify",
            "description": "Audit a lead and qualify it where its score is high",
            "category": "scoring", "version": 1,
            "inputs": [
                input("threshold", "integer", or: 80, "The score from which a lead is hot"),
                input("connector_id", "uuid", or: .text(connector), "The CRM to write to"),
            ],
            "graph": [
                "steps": [
                    agentStep("audit", "growth-audit", ["market": "{{ lead.name }}"]),
                    ["key": "hot", "type": "branch", "name": "Hot enough", "config": [:]],
                    connectorStep("qualify", "qualify_lead", ["lead_id": "{{ inputs.lead_id }}"]),
                ],
                "edges": [
                    ["from": "audit", "to": "hot", "kind": "next"],
                    [
                        "from": "hot", "to": "qualify", "kind": "branch", "label": "hot",
                        "condition": [
                            "field": "lead.score", "op": "gte",
                            "value": "{{ template.threshold }}",
                        ],
                    ],
                ],
            ],
            "_inputs": [input("lead_id", "uuid", isRequired: true, "The lead")],
        ]
    }

    private static func agentStep(_ key: String, _ slug: String, _ inputs: Value) -> Value {
        [
            "key": .text(key), "type": "agent",
            "config": ["agent_slug": .text(slug), "inputs": inputs],
        ]
    }

    private static func connectorStep(_ key: String, _ action: String, _ params: Value) -> Value {
        [
            "key": .text(key), "type": "connector",
            "config": [
                "connector_id": "{{ template.connector_id }}", "action": .text(action),
                "params": params,
            ],
        ]
    }
}

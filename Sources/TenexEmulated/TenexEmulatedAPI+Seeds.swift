import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// Gives a workspace agents, connectors, segments, sequences and templates.
    static func seedCatalogue(_ workspace: String, _ store: inout EmulatedStore) {
        add(agents.map { ($0["slug"]?.text ?? "", $0) }, to: "tenex/agent", workspace, &store)
        let configured: [(id: String, row: Value)] = connectors.map { parts in
            let name = "\(parts[0])/\(parts[1])"
            let id = seededID(name, workspace)
            return (
                id,
                [
                    "id": .text(id), "provider": .text(parts[0]), "role": .text(parts[1]),
                    "status": .text(parts[2]), "name": .text(name),
                ]
            )
        }
        add(configured, to: "tenex/connector", workspace, &store)
        for (table, names) in named {
            let rows: [(id: String, row: Value)] = names.map { name in
                let id = seededID("\(table)/\(name)", workspace)
                return (id, ["id": .text(id), "name": .text(name)])
            }
            add(rows, to: "tenex/\(table)", workspace, &store)
        }
        let hubspot = seededID("hubspot/sink", workspace)
        let gallery = templates(connector: hubspot)
        add(gallery.map { ($0["slug"]?.text ?? "", $0) }, to: "tenex/template", workspace, &store)
    }

    /// The id of a thing that a workspace begins with.
    static func seededID(_ name: String, _ workspace: String) -> String {
        "seed/\(workspace)/\(name)".uuid
    }

    private static func add(
        _ rows: [(id: String, row: Value)], to table: String, _ workspace: String,
        _ store: inout EmulatedStore
    ) {
        for (index, one) in rows.enumerated() {
            store[table, "\(workspace)/\(one.id)"] = one.row.setting(
                ["_number"], to: .int(Int64(index + 1)))
        }
    }

    private static let connectors = [
        ["hubspot", "sink", "connected"], ["slack", "sink", "connected"],
        ["gmail", "source", "connected"], ["salesforce", "sink", "disconnected"],
        ["hubspot", "source", "connected"],
    ]

    private static let named = [
        ("segment", ["Hot leads", "New sign-ups"]), ("sequence", ["Welcome", "Re-engage"]),
    ]

    private static let agents: [Value] = [
        [
            "slug": "lead-enrichment", "name": "Ada", "level": "Junior", "hired": true,
            "credit_cost": 2, "inputs": [input("lead_id", "uuid", isRequired: true)],
            "_output": ["company": "Example Ltd", "industry": "software", "employees": 120],
        ],
        [
            "slug": "email-sequence-generation", "name": "Nova", "level": "Manager",
            "hired": true, "credit_cost": 10, "_gated": true,
            "inputs": [
                input("segment_id", "uuid", isRequired: true), input("objective", "string"),
            ],
            "_output": ["emails": 3, "cadence": [0, 3, 7]],
        ],
        [
            "slug": "voice-lead-qualifier", "name": "Vera", "level": "Associate",
            "hired": false, "credit_cost": 15,
            "inputs": [input("lead_id", "uuid", isRequired: true)],
            "_output": ["qualified": true],
        ],
        [
            "slug": "growth-audit", "name": "Gus", "level": "Manager", "hired": true,
            "credit_cost": 8, "inputs": [input("market", "string")], "_output": ["score": 72],
        ],
    ]

    /// A typed input as the service lists it.
    static func input(
        _ name: String, _ type: String, isRequired: Bool = false, or fallback: Value = .null,
        _ description: Value = .null
    ) -> Value {
        [
            "name": .text(name), "type": .text(type), "required": .bool(isRequired),
            "default": fallback, "description": description,
        ]
    }
}

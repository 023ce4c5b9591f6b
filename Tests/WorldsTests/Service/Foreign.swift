import Commands
import Documents
import EmulatedKit
import Platforms

/// The requests with which people make objects of their own.
enum Foreign {
    /// The request that makes an object; nil for kinds of which people make none here.
    static func request(for species: Species, name: String) -> EmulatedRequest? {
        guard let platform = Catalog.platform(species.platform),
            let (path, query, body) = content(species, name)
        else { return nil }
        var headers: [String: String] = [:]
        for header in platform.authorization(World.token(of: platform)) {
            headers[header.name.lowercased()] = header.value
        }
        return EmulatedRequest(
            method: "POST", path: path.split(separator: "/").map(String.init), query: query,
            headers: headers, body: Array(Value.object(body).canonicalJSON.utf8))
    }

    private static func content(
        _ species: Species, _ name: String
    ) -> (path: String, query: [(name: String, value: String)], body: Object)? {
        switch species {
        case .lyticsAuth:
            (
                "v2/auth/header_param_auth", [],
                ["label": .text(name), "provider_slug": "braze", "config": ["theirs": true]]
            )
        case .lyticsConnection:
            ("v2/connection", [], ["label": .text(name), "provider_slug": "braze"])
        case .lyticsJob:
            (
                "v2/job/braze_export", [("run_job", "false")],
                ["name": .text(name), "config": ["campaign": "theirs"]]
            )
        case .frontlineAgent: ("public/v1/agents", [], ["name": .text(name)])
        case .tenexWorkflow:
            (
                "api/v1/flows/workflows", [],
                [
                    "name": .text(name),
                    "graph": [
                        "nodes": [
                            ["key": "only", "type": "wait", "config": ["duration": "PT1H"]]
                        ], "edges": [],
                    ],
                ]
            )
        default: nil
        }
    }
}

import Diagnostics
import Documents
import Platforms

/// The types of which the contracts of the service say different things.
extension FrontlineNodeTable {
    /// One contract leaves it out, and the service's own tools make it.
    private static let disputed = [FrontlineNodeType.activity.rawValue]

    /// Whether a node of some resources is of such a type.
    static func areDisputed(in wanted: [Resource]?) -> Bool {
        (wanted ?? []).contains { !disputedNodes(of: $0).isEmpty }
    }

    /// Reports nodes of a type that the service, by its own catalogue, does not take in flows.
    static func check(_ wanted: [Resource], by catalogue: [Value], into report: inout Report) {
        guard !catalogue.isEmpty else { return }
        for resource in wanted {
            for node in disputedNodes(of: resource) {
                if let mistake = mistake(node, catalogue, resource) { report.add(mistake) }
            }
        }
    }

    private static func disputedNodes(of resource: Resource) -> [Value] {
        guard resource.kind == .frontlineFlow else { return [] }
        return (resource.value["nodes"]?.list ?? []).filter {
            disputed.contains($0["type"]?.text ?? "")
        }
    }

    /// A catalogue that leaves a type out may just be older; one that refuses it is believed.
    private static func mistake(
        _ node: Value, _ catalogue: [Value], _ resource: Resource
    ) -> Diagnostic? {
        let row = catalogue.first { $0["type"] == node["type"] }
        guard row?["validInFlow"] != true else { return nil }
        let path = FieldPath(["nodes", node["key"]?.text ?? "", "type"])
        let place = FrontlineFlowKind().shape.span(of: path, in: resource.node) ?? resource.span
        let type = node["type"]?.text ?? ""
        guard row == nil else {
            return .error(
                FrontlineCode.nodeType, "this account takes no `\(type)` node in flows", at: place,
                help: "`weir frontline doctor` compares all types of nodes")
        }
        return .warning(
            FrontlineCode.nodeType, "this account does not list nodes of type `\(type)`", at: place,
            help: "`weir frontline doctor` compares all types of nodes")
    }
}

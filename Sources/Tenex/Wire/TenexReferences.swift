import Diagnostics
import Documents
import Platforms

/// Finds what the wanted workflows refer to and what does not work now: agents that are not hired,
/// connectors that are not connected, templates that lack inputs.
struct TenexReferences {
    let catalogue: TenexCatalogue
    let scope: Scope

    init(_ catalogue: TenexCatalogue, _ scope: Scope) {
        self.catalogue = catalogue
        self.scope = scope
    }

    /// Reports what does not work at the first place of each resource that refers to it.
    func check(into report: inout Report) {
        let rows = byName()
        for resource in scope.wanted ?? [] where resource.kind.platform == "tenex" {
            for reference in references(of: resource) {
                check(reference, rows[reference.name], resource, into: &report)
            }
        }
    }

    private func byName() -> [String: Object] {
        var rows: [String: Object] = [:]
        for lookup in catalogue.lookups {
            for name in lookup.names + [lookup.id.text ?? lookup.id.canonicalJSON] {
                rows[name] = lookup.fields
            }
        }
        return rows
    }

    private func check(
        _ reference: Reference, _ row: Object?, _ resource: Resource, into report: inout Report
    ) {
        let kind = catalogue.list.kind
        guard let row else { return }
        if let obstacle = TenexCatalogue.obstacle(kind, row) {
            report.add(
                .warning(
                    TenexCode.notReady, "the \(kind.type) `\(reference.name)` \(obstacle)",
                    at: reference.span,
                    help: "steps that use it fail until somebody changes that in 10ex"))
        }
        if kind == .tenexTemplate { checkInputs(row, resource, reference, into: &report) }
    }

    /// What a template asks for is given by the file.
    private func checkInputs(
        _ template: Object, _ resource: Resource, _ reference: Reference,
        into report: inout Report
    ) {
        let given = resource.value["from_template"]?["inputs"]?.object ?? [:]
        checkUnknown(given, template, resource, reference, into: &report)
        for input in template["inputs"]?.list ?? [] where input["required"] == true {
            guard let name = input["name"]?.text, given[name] == nil,
                input["default"].map({ $0.isNull }) ?? true
            else { continue }
            report.add(
                .error(
                    TenexCode.templateInput,
                    "the template `\(reference.name)` asks for `\(name)`", at: reference.span,
                    help: "write it under `inputs` of `from_template`"))
        }
    }

    /// What the file gives is one of the inputs that the template declares.
    private func checkUnknown(
        _ given: Object, _ template: Object, _ resource: Resource, _ reference: Reference,
        into report: inout Report
    ) {
        guard let inputs = template["inputs"]?.list else { return }
        let names = inputs.compactMap { $0["name"]?.text }
        for name in given.keys where !names.contains(name) {
            let place = resource.node["from_template"]?["inputs"]?.entry(name)?.keySpan
            let nearest = Suggestion.nearest(to: name, among: names)
            let all = names.map { "`\($0)`" }.joined(separator: ", ")
            report.add(
                .error(
                    TenexCode.templateInput,
                    "the template `\(reference.name)` has no input `\(name)`",
                    at: place ?? reference.span,
                    notes: [names.isEmpty ? "it declares no inputs" : "its inputs are \(all)"],
                    help: nearest.map { "did you mean `\($0)`?" }))
        }
    }

    // Finding

    /// One name of a lookup in a resource.
    private struct Reference {
        let name: String
        let span: SourceSpan
    }

    private func references(of resource: Resource) -> [Reference] {
        let kind = catalogue.list.kind
        var found: [Reference] = []
        for need in resource.needs {
            let parts = need.address.text.split(separator: "/", maxSplits: 2).map(String.init)
            guard parts.count == 3, parts[1] == kind.type else { continue }
            found.append(Reference(name: parts[2], span: need.span))
        }
        for (path, name) in plain(resource) {
            let span = Self.shape(resource)?.span(of: path, in: resource.node) ?? resource.span
            found.append(Reference(name: name, span: span))
        }
        return found
    }

    private static func shape(_ resource: Resource) -> Shape? {
        TenexPlatform().kinds.first { $0.name == resource.kind }?.shape
    }

    /// The plain names in the fields of the kind, with their paths.
    private func plain(_ resource: Resource) -> [(FieldPath, String)] {
        switch catalogue.list.kind {
        case .tenexTemplate:
            return text(resource.value["from_template"]?["slug"], ["from_template", "slug"])
        case .tenexConnector where resource.kind == .tenexTrigger:
            return text(resource.value["connector_id"], ["connector_id"])
        case .tenexAgent, .tenexConnector:
            let field = catalogue.list.kind == .tenexAgent ? "agent_slug" : "connector_id"
            return (resource.value["steps"]?.list ?? []).flatMap { step in
                text(
                    step["config"]?[field],
                    ["steps", step["key"]?.text ?? "", "config", field])
            }
        default: return []
        }
    }

    private func text(_ value: Value?, _ path: [String]) -> [(FieldPath, String)] {
        value?.text.map { [(FieldPath(path), $0)] } ?? []
    }
}

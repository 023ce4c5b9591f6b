import Diagnostics
import Documents
import Platforms

extension TenexDoctor {
    /// What was found of the shapes whose fields the document names.
    func fieldFindings() -> [TenexFinding] {
        TenexShape.allCases.compactMap { shape in
            shape == .query ? query() : finding(shape)
        }
    }

    private func finding(_ shape: TenexShape) -> TenexFinding? {
        guard let schema = schema(of: shape) else { return nil }
        let known = document.properties(schema).keys
        return known.isEmpty ? nil : finding(shape, known: known)
    }

    private func query() -> TenexFinding? {
        let lists: [TenexOperation] = [.listWorkflows, .listTemplates, .listTriggers, .listRuns]
        let known = lists.compactMap(operation).flatMap(document.query)
        return known.isEmpty ? nil : finding(.query, known: known)
    }

    private func finding(_ shape: TenexShape, known: [String]) -> TenexFinding {
        let names = shape.fields.map { field in (field, api.name(field, of: shape)) }
        let taken = Set(names.compactMap(\.1))
        var free = known.filter { !taken.contains($0) }
        var lost: [String] = []
        var corrections: [TenexCorrection] = []
        for (field, name) in names {
            guard let name, !known.contains(name) else { continue }
            let found =
                shape.synonyms(of: field).first(where: free.contains)
                ?? Suggestion.nearest(to: name, among: free)
            if let found {
                free.removeAll { $0 == found }
                corrections.append(correction(shape, field, found))
            } else {
                lost.append("`\(name)`")
                if shape.isSent(field) { corrections.append(correction(shape, field, nil)) }
            }
        }
        return finding(shape, lost, corrections)
    }

    private func correction(
        _ shape: TenexShape, _ field: String, _ name: String?
    ) -> TenexCorrection {
        TenexCorrection(keys: ["fields", shape.rawValue, field], value: name)
    }

    private func finding(
        _ shape: TenexShape, _ lost: [String], _ corrections: [TenexCorrection]
    ) -> TenexFinding {
        let renamed = corrections.compactMap { one in
            one.value.map { "`\(one.keys[2])` is called `\($0)`" }
        }
        let missing = lost.isEmpty ? [] : ["the service names no \(lost.joined(separator: ", "))"]
        let texts = renamed + missing
        return TenexFinding(
            subject: shape.rawValue,
            state: texts.isEmpty ? .ok : renamed.isEmpty ? .note : .wrong,
            finding: texts.isEmpty ? "its fields have these names" : texts.joined(separator: "; "),
            corrections: corrections)
    }

    // Where the document tells of a shape

    private func schema(of shape: TenexShape) -> Value? {
        document.component(shape.rawValue) ?? place(of: shape)
    }

    /// What an operation takes or answers, or a part of it.
    private func place(of shape: TenexShape) -> Value? {
        switch shape {
        case .workflow: answer(.getWorkflow) ?? answer(.listWorkflows)
        case .version: answer(.getVersion) ?? answer(.listVersions)
        case .graph: body(.replaceGraph) ?? nested(.workflow, "graph")
        case .input: nested(.workflow, "inputs")
        case .step: nested(.graph, "steps")
        case .edge: nested(.graph, "edges")
        case .retry: nested(.step, "retry")
        case .condition: nested(.edge, "condition")
        case .trigger: answer(.getTrigger) ?? answer(.listTriggers)
        case .schedule: nested(.trigger, "schedule")
        case .run: answer(.getRun) ?? answer(.listRuns)
        case .runError: nested(.run, "error")
        case .stepRun: answer(.listRunSteps)
        case .runStart: body(.triggerRun)
        case .template: answer(.getTemplate) ?? answer(.listTemplates)
        case .instantiation: body(.createFromTemplate)
        case .agent: answer(.listAgents)
        case .connector: answer(.listConnectors)
        case .segment: answer(.listSegments)
        case .sequence: answer(.listSequences)
        case .agentConfig, .connectorConfig, .waitConfig, .query: nil
        }
    }

    private func nested(_ shape: TenexShape, _ field: String) -> Value? {
        guard let schema = schema(of: shape) else { return nil }
        return document.nested(schema, api.name(field, of: shape) ?? field)
    }

    private func answer(_ operation: TenexOperation) -> Value? {
        self.operation(operation).flatMap(document.answer)
    }

    private func body(_ operation: TenexOperation) -> Value? {
        self.operation(operation).flatMap(document.body)
    }

    /// What the document says of an operation where the account, or a likely spelling, has it.
    private func operation(_ operation: TenexOperation) -> Value? {
        let places = [api.endpoint(operation)].compactMap(\.self) + operation.spellings
        for place in places {
            guard let path = document.path(TenexDocument.form(place.path)) else { continue }
            if let found = path.methods[place.method.rawValue] { return found }
        }
        return nil
    }
}

extension TenexShape {
    /// Whether a field is only sent, and sent only where the service takes it.
    fileprivate func isSent(_ field: String) -> Bool {
        self == .query || (self == .graph && field == "base_version")
    }
}

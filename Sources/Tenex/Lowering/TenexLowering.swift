import Diagnostics
import Documents
import Platforms

/// Turns documents of 10ex into resources.
enum TenexLowering {
    /// The keys of a workflow's document that are read by themselves.
    private static let children: Set<String> = ["triggers"]

    /// Decodes, checks and lowers a workflow, then its triggers.
    static func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var document = document
        var spelling = Report()
        document.node = TenexSpelling.workflow(document.node, into: &spelling)
        report.add(spelling)
        var workflow = self.workflow(document.node, into: &report)
        TenexCheck.check(workflow, document, after: spelling, into: &report)
        workflow.complete()
        let children = TenexChildren.read(document.node, into: &report)
        TenexChildren.check(children, into: &report)
        return [document.resource(workflow, .tenexWorkflow, beside: Self.children)]
            + children.map { trigger($0, of: workflow, document, into: &report) }
    }

    /// The typed model of a workflow's canonical tree, unchecked.
    static func workflow(_ node: Node, into report: inout Report) -> TenexWorkflow {
        var found = Report()
        var workflow = NodeDecoder.decode(
            TenexWorkflow.self, node, skipping: AuthoredDocument.weirKeys.union(Self.children),
            area: "tenex", into: &found)
        for diagnostic in found.diagnostics { report.add(diagnostic.namingTypes) }
        workflow.settle()
        return workflow
    }

    /// The typed model of a canonical value, or of an answer in its form.
    static func workflow(reading value: Value) -> TenexWorkflow {
        var workflow = ValueReader.read(TenexWorkflow.self, typed(value))
        workflow.settle()
        return workflow
    }

    /// The same value with the type of each step repeated in its configuration.
    private static func typed(_ value: Value) -> Value {
        guard var object = value.object, let steps = object["steps"]?.list else { return value }
        object["steps"] = .list(
            steps.map { step in
                guard var members = step.object, var config = members["config"]?.object
                else { return step }
                config["step_type"] = members["type"]
                members["config"] = .object(config)
                return .object(members)
            })
        return .object(object)
    }

    private static func trigger(
        _ child: TenexChild, of workflow: TenexWorkflow, _ document: AuthoredDocument,
        into report: inout Report
    ) -> Resource {
        let node = child.spelled(workflow: document.address)
        let trigger = NodeDecoder.decode(
            TenexTrigger.self, node, skipping: ["weir", "key"], area: "tenex", into: &report)
        TenexCheck.check(
            TenexOwned(trigger: trigger, child: child, node: node, workflow: workflow),
            into: &report)
        var options = ResourceOptions()
        options.isProtected = document.options.isProtected
        return Resource(
            address: document.address.child(type: TenexChild.trigger, id: child.id),
            kind: .tenexTrigger, value: ValueEncoder.encode(trigger), needs: Needs.collect(node),
            node: node, options: options, span: child.span, file: document.file)
    }
}

extension TenexWorkflow {
    /// Brings a workflow into its canonical form: what is understood stands there, once.
    mutating func settle() {
        guard case .value(var steps) = self.steps.state else { return }
        self.steps.state = .absent
        for index in steps.indices { steps[index].settle() }
        self.steps.state = .value(steps)
    }

    /// Lets every run that no branch takes end there, as answers are read.
    fileprivate mutating func complete() {
        guard case .value(var steps) = self.steps.state else { return }
        self.steps.state = .absent
        for index in steps.indices { steps[index].complete() }
        self.steps.state = .value(steps)
    }
}

extension TenexStep {
    /// Adds the branch for all others where none is written.
    fileprivate mutating func complete() {
        guard knownType == .branch, case .value(var ways) = branches.state, !ways.isEmpty,
            !ways.contains(where: \.isOtherwise)
        else { return }
        var otherwise = TenexBranch()
        otherwise.condition.state = .null
        otherwise.next.state = .value(TenexWords.end)
        ways.append(otherwise)
        branches.state = .value(ways)
    }

    /// Takes out the type that its configuration repeats, and puts in what a fallback says.
    fileprivate mutating func settle() {
        if case .value(var config) = self.config.state {
            config.type = Written()
            self.config.state = .value(config)
        }
        if onError.isAbsent, onError.span == nil {
            onError.state = .value(fallback.isPresent ? .fallback : .halt)
        }
        if knownType != .branch, next.isAbsent, next.span == nil { next.state = .value([]) }
        guard case .value(var ways) = branches.state else { return }
        for index in ways.indices where ways[index].isOtherwise {
            ways[index].condition.state = .null
            // The platform has no edge to the end of a run, so nothing keeps what it is called.
            if ways[index].next.value == TenexWords.end { ways[index].label = Written() }
        }
        branches.state = .value(ways)
    }
}

extension Diagnostic {
    /// The same problem in the author's words: nobody writes `step_type`.
    fileprivate var namingTypes: Diagnostic {
        guard code == FieldCode.misplacedField.tenex.text else { return self }
        var diagnostic = self
        diagnostic.message = message.replacing("`step_type`", with: "`type`")
        diagnostic.notes = notes.map { $0.replacing("`step_type`", with: "the step's `type`") }
        return diagnostic
    }
}

import Diagnostics
import Documents
import Platforms
import Projects

/// The confirmation gate: everything about a write, before it is sent.
struct ConfirmationPrompt {
    let operation: Operation
    private var style: TextStyle { operation.session.talkStyle }
    private var console: Console { operation.session.console }

    /// Refuses what files protect, shows all writes, and asks; false when the answer was no.
    func admits(_ intents: [PendingWrite], _ writing: WritingOptions) throws -> Bool {
        try refuseProtected(intents, writing)
        console.talk(style.paint(operation.place, .dim))
        for intent in intents { console.talkAsIs(shown(intent)) }
        if writing.yes { return true }
        let typed = intents.filter { $0.question == .typed }
        for intent in typed where try !ask(typing(intent), of: intent) { return false }
        guard let first = intents.first(where: { $0.question != .typed }) else { return true }
        return try ask(question(first, intents.count), of: first)
    }

    private func refuseProtected(_ intents: [PendingWrite], _ writing: WritingOptions) throws {
        let overridden = writing.overrideProtect.map { operation.project.whole(Address($0)) }
        var report = Report()
        for intent in intents where intent.isDestructive && intent.recorded?.isProtected == true {
            let address = intent.row.address
            guard !overridden.contains(address) else { continue }
            report.add(
                .error(
                    OperatingCode.protected,
                    "`\(address)` is protected and is not \(intent.done)",
                    notes: ["`\(intent.recorded?.file ?? "")` says `protect: true`"],
                    help: "go on all the same with `--override-protect \(address)`"))
        }
        if report.hasErrors { throw Failure(.refused, report) }
    }

    // What is shown

    /// Everything about one write, as it is shown before it is sent.
    func shown(_ intent: PendingWrite) -> String { text(intent).joined(separator: "\n") }

    private func text(_ intent: PendingWrite) -> [String] {
        let title = style.paint("\(intent.row.verb) \(intent.title)", .bold)
        let calls = intent.row.calls.filter { !$0.isRead }.flatMap(call)
        let end = intent.question == .typed ? ["this cannot be taken back"] : []
        let consequences = (intent.row.consequences + end).flatMap {
            style.lines("  \(style.paint("→", .magenta)) ", $0)
        }
        return style.lines("", title) + calls + changes(intent) + consequences + managed(intent)
    }

    private func call(_ call: Call) -> [String] {
        var credentials = LiveCredentials(console.secrets)
        if let value = call.request.body.own { credentials.find(in: value) }
        let method = style.paint(call.request.method.rawValue.uppercased(), .blue)
        let url = operation.account.url + PlanText.target(call.request)
        return style.lines("  \(method) ", "\(url)  \(style.paint(call.summary, .dim))")
            + PlanText.unless(call, style).map { "    \($0)" }
            + PlanText.body(call.request.body, style).map { "    \($0)" }
    }

    private func changes(_ intent: PendingWrite) -> [String] {
        guard intent.row.action != .create, !intent.row.fields.isEmpty else { return [] }
        let shape = Catalog.kind(intent.row.kind)?.shape
        let fields = FieldText(shape: shape)
        return intent.row.fields.flatMap { change in
            let before = fields.show(change.before, at: change.path)
            let after = fields.show(change.after, at: change.path)
            return style.lines("  \(change.path): ", "\(before) → \(after)")
        }
    }

    /// What a file that manages the object makes of the write.
    private func managed(_ intent: PendingWrite) -> [String] {
        guard let recorded = intent.recorded else { return [] }
        let place = ManagedPlace.text(of: recorded, in: operation)
        let address = recorded.address
        let next =
            switch intent.effect {
            case .content: "the next apply puts back what differs from the file"
            case .draft: "plan and apply go on comparing the file with the version that runs"
            case .deletion: "the next apply makes it again"
            case .lifecycle: lifecycle(of: intent, recorded)
            case .nothing: "what the file says stays true"
            }
        return style.lines(
            "  ", style.paint("managed by `\(address)` (\(place)): \(next)", .yellow))
    }

    /// What a plan says of a lifecycle that is changed beside it.
    private func lifecycle(of intent: PendingWrite, _ recorded: RecordedResource) -> String {
        let lifecycle = Catalog.kind(intent.row.kind)?.lifecycle
        let field = lifecycle?.field ?? ""
        guard recorded.value[field] != nil else {
            return "its file does not say its `\(field)`, so plan and apply leave it as it is"
        }
        if intent.row.action == .stop,
            let start = lifecycle?.startingVersion(of: recorded.address)
        {
            return "the next plan shows it, and apply leaves it so: \(start)"
        }
        return "the next plan shows it; apply leaves it so until the file changes or "
            + "`--restart \(recorded.address)` is given"
    }

    // What is asked

    private func question(_ intent: PendingWrite, _ count: Int) -> String {
        let verb = intent.row.verb.prefix(1).uppercased() + intent.row.verb.dropFirst()
        let what = "\(verb) \(count == 1 ? "it" : "all \(count)") in \(operation.target)?"
        if case .brief = intent.question { return "\(what) [y/N]" }
        return "\(what) Type \"yes\":"
    }

    private func typing(_ intent: PendingWrite) -> String {
        "Type \"\(intent.id)\" to \(intent.row.verb) it in \(operation.target):"
    }

    private func ask(_ question: String, of intent: PendingWrite) throws -> Bool {
        guard let answer = console.ask(question) else {
            throw Failure(
                .failed,
                .error(
                    OperatingCode.notConfirmed, "nothing was sent: nobody could be asked",
                    help: "pass `--yes` where no terminal answers"))
        }
        if intent.question.accepts(answer, id: intent.id) { return true }
        console.talk("nothing was sent")
        return false
    }
}

import Diagnostics
import Documents
import Platforms

extension TenexCheck {
    /// What `step-output` asks for.
    static let stepOutput = Meaning(
        "A step reads the output of steps that have run before it, on every way "
            + "that a run may take. A step that failed has none, so the way behind its "
            + "`fallback` has none either. Whether it is there may always be asked: "
            + "`{ field: steps.KEY.output, op: exists }`. Where steps run side by side "
            + "and meet again, 10ex does not say whether all of them are waited for, "
            + "which is warned about.",
        example: document(
            """
            next:
              type: agent
              config:
                agent_slug: growth-audit
                inputs: { about: "{{ steps.last.output.summary }}" }
              next: last
            last: { type: agent, config: { agent_slug: lead-enrichment } }
            """))

    static let reading = TenexCheck(
        "`steps.KEY.output` reads what a step of the workflow gave back.",
        example: document(
            """
            next:
              type: agent
              config:
                agent_slug: growth-audit
                inputs: { about: "{{ steps.frist.output.summary }}" }
            """),
        .ways { ways, report in
            let starts = ways.starts
            let runs =
                ways.isClear && starts.count == 1 ? TenexRuns(ways, from: starts[0]) : nil
            for (number, mentions) in ways.mentions.enumerated() {
                for mention in mentions where mention.parts.first == "steps" {
                    check(mention, of: number, ways, runs, into: &report)
                }
            }
        })

    private static func check(
        _ mention: TenexMention, of number: Int, _ ways: TenexWays, _ runs: TenexRuns?,
        into report: inout Report
    ) {
        guard mention.parts.count > 1 else { return }
        guard let step = ways.number[mention.parts[1]] else {
            report.add(unknown(mention, ways, &report))
            return
        }
        guard let runs, !mention.isTested, runs.reaches(number),
            !runs.hasRun(step, before: number)
        else { return }
        report.add(early(mention, of: number, step, ways, runs))
    }

    private static func unknown(
        _ mention: TenexMention, _ ways: TenexWays, _ report: inout Report
    ) -> Diagnostic {
        let key = mention.parts[1]
        let nearest = report.nearest(to: key, among: ways.steps.map(\.id))
        return .error(
            TenexCode.unknownStep, "`\(mention.text)` names a step that does not exist: `\(key)`",
            at: mention.span, help: nearest.map { "did you mean `steps.\($0)`?" })
    }

    /// Says how a run may read what is not there yet.
    private static func early(
        _ mention: TenexMention, of number: Int, _ step: Int, _ ways: TenexWays, _ runs: TenexRuns
    ) -> Diagnostic {
        let key = ways.steps[step].id
        guard ways.reached(from: step)[number] else {
            return .error(
                TenexCode.stepOutput, "`\(key)` does not run before `\(ways.steps[number].id)`",
                at: mention.span, label: "there is no such output yet")
        }
        guard let way = runs.way(to: number, without: step) else {
            return .warning(
                TenexCode.stepOutput, "`\(key)` may still run beside `\(ways.steps[number].id)`",
                at: mention.span,
                notes: ["10ex does not say whether a step waits for all that lead to it"],
                help: "let one of them follow the other")
        }
        let hasFailed = way.contains(step)
        return .error(
            TenexCode.stepOutput,
            "`\(key)` has not run on every way to `\(ways.steps[number].id)`: "
                + ways.words(way), at: mention.span,
            label: hasFailed ? "a step that failed has no output" : "",
            help: "read it behind `\(key)` only, or ask with `op: exists` first")
    }

    static let root = TenexCheck(
        "Texts and conditions read `lead.…`, `trigger.…`, `inputs.NAME` and `steps.KEY.output.…`; "
            + "those of a trigger read `lead.…` and `trigger.…`, as no run has begun yet. Nobody "
            + "documents that these are all, so others are only warned about.",
        example: document(
            """
            next:
              type: agent
              config: { agent_slug: growth-audit, inputs: { about: "{{ input.lead_id }}" } }
            """),
        .ways { ways, report in
            let steps = Set(ways.steps.map(\.id))
            for mention in ways.mentions.joined() {
                checkRoot(mention, TenexWords.roots, steps, into: &report)
            }
        },
        .trigger { owned, report in
            for mention in TenexMentions.of(trigger: owned.node) {
                checkRoot(mention, ["lead", "trigger"], [], into: &report)
            }
        })

    private static func checkRoot(
        _ mention: TenexMention, _ roots: [String], _ steps: Set<String>, into report: inout Report
    ) {
        let root = mention.parts[0]
        if root == "steps", roots.contains(root) {
            guard mention.parts.count < 3 || mention.parts[2] != "output" else { return }
            report.add(
                .warning(
                    TenexCode.unknownRoot,
                    "a step is read by its `output`: `\(mention.text)`", at: mention.span,
                    help: mention.parts.count > 1
                        ? "write `steps.\(mention.parts[1]).output`" : nil))
            return
        }
        guard !roots.contains(root) else { return }
        let nearest = Suggestion.nearest(to: root, among: roots).map { "did you mean `\($0)`?" }
        let step = steps.contains(root) ? "did you mean `steps.\(root).output`?" : nil
        let words = roots.map { "`\($0)`" }.joined(separator: ", ")
        report.add(
            .warning(
                TenexCode.unknownRoot, "`\(mention.text)` begins with none of \(words)",
                at: mention.span, help: step ?? nearest))
    }
}

import Diagnostics
import Documents
import Platforms

extension TenexCheck {
    static let braces = TenexCheck(
        "A text takes in what stands between `{{` and `}}`: one path, such as `lead.email`. Nobody "
            + "documents filters, calls or comparisons there, and braces that are empty or never "
            + "closed take in nothing, so these are warned about.",
        example: document(
            """
            next:
              type: agent
              config: { agent_slug: growth-audit, inputs: { about: "{{ lead.email" } }
            """),
        .ways { ways, report in
            for tree in ways.trees { check(tree, into: &report) }
        },
        .trigger { owned, report in
            if let mapping = owned.node["input_mapping"] { check(mapping, into: &report) }
        })

    private static func check(_ tree: Node, into report: inout Report) {
        for slip in TenexMentions.slips(in: tree) {
            let (message, help) = words(slip)
            report.add(.warning(TenexCode.braces, message, at: slip.span, help: help))
        }
    }

    private static func words(_ slip: TenexSlip) -> (message: String, help: String?) {
        switch slip.kind {
        case .unclosed: ("`{{` is never closed, so it stays in the text", "close it with `}}`")
        case .empty: ("nothing stands between `{{` and `}}`", "write a path, such as `lead.email`")
        case .noPath:
            (
                "`\(slip.text)` is more than a path, which nobody documents between braces",
                "write a path alone, such as `lead.email`"
            )
        }
    }
}

import Diagnostics
import Documents
import Testing

@testable import Lytics
@testable import Platforms

@Suite struct `Flows that lead forward` {
    private func leadsForward(_ steps: String) throws -> Bool {
        let text = "kind: lytics/flow\nid: example\nlabel: Example\nsteps:\n" + steps
        var report = Report()
        let document = LyticsDocuments.document(text, into: &report)
        return LyticsFlowKind().decodedFlow(document, into: &report).leadsForward
    }

    @Test func `a flow written in the order of walking needs no graph`() throws {
        #expect(
            try leadsForward(
                """
                  - { slug: a, type_hint: delay, delay: 1h, next: ask }
                  - slug: ask
                    type_hint: conditional
                    split_conditions:
                      - { label: "Yes", conditions: FILTER * FROM user, next: b }
                      - { label: "No", next: end }
                  - { slug: b, type_hint: delay, delay: 1h, next: end }
                """))
    }

    @Test(arguments: [
        "  - { slug: a, type_hint: delay, delay: 1h, next: a }\n",
        "  - { slug: a, type_hint: delay, delay: 1h, next: b }\n",
        "  - { slug: a, type_hint: delay, delay: 1h, next: end }\n"
            + "  - { slug: b, type_hint: delay, delay: 1h, next: end }\n",
        "  - { slug: a, type_hint: delay, delay: 1h, next: a }\n"
            + "  - { slug: a, type_hint: delay, delay: 1h, next: end }\n",
        "  - { slug: a, type_hint: conditional, split_conditions: [] }\n",
    ])
    func `a flow that leads back, astray or past a step is looked at whole`(
        steps: String
    ) throws {
        #expect(try !leadsForward(steps))
    }
}

@Suite struct `Rare fields` {
    private struct Model: Equatable {
        @Rare var text = Written<String>()
    }

    @Test func `a rare field keeps all that can be said in it`() {
        var model = Model()
        #expect(model.text.isAbsent && model.text.span == nil)
        for state in [Written<String>.State.null, .value("a"), .later(.secret("KEY")), .absent] {
            let span = SourceSpan(source: SourceID(3), start: 4, end: 5)
            model.text = Written(state, span: span)
            #expect(model.text == Written(state, span: span))
            #expect(model != Model())
        }
        model.text = Written()
        #expect(model == Model())
    }
}

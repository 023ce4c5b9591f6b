import Diagnostics
import Documents
import Platforms
import Testing

@testable import Commands

@Suite struct `A plan on a terminal` {
    private static let id = "8b401a700035c6c68848ad2b33f152db"

    private static let plan: Plan = {
        let update = SamplePlan.row(
            .update,
            fields: [
                SamplePlan.change(
                    "label", .drift, "Welcome, by hand", "Welcome series for everybody", line: 5),
                SamplePlan.change("entry", .intended, .text(id), "new_signups"),
                SamplePlan.change(
                    "description", .intended, "Three touches for new sign-ups over ten days",
                    "Three warm touches over ten days for everybody who has signed up", line: 7),
            ],
            consequences: ["people who are in the flow go on by the version that they came into"])
        let create = SamplePlan.row(
            .create, number: 2,
            fields: [
                SamplePlan.change("name", .intended, nil, "Newsletter, the long subject line"),
                SamplePlan.change(
                    "body", .intended, nil, .text(String(repeating: "Dear customer, ", count: 80))),
            ], address: Address("lytics/job/newsletter"))
        return SamplePlan.plan(
            [update, create], notes: ["`send_win_back` sends nothing until its job is resumed"])
    }()

    private func text(_ width: Int?) -> String {
        PlanText.render(Self.plan, style: TextStyle(width: width))
    }

    @Test func `wraps at words under what they belong to`() {
        #expect(
            text(60).hasPrefix(
                """
                1 to create, 1 to update; 12 unchanged
                acme-journeys · sandbox

                look at this first:
                  ! drift lytics/flow/welcome_series: someone changed label
                    on the platform  lytics/flows/welcome-series.yaml:5

                  1 ~ update lytics/flow/welcome_series
                      lytics/flows/welcome-series.yaml:3
                      label   "Welcome, by hand" → "Welcome series for
                              everybody"   (drift: someone changed it on the
                              platform)  :5
                      entry   8b401a700035c6c68848ad2b33f152db → new_signups
                              (you edited it)
                      description   (you edited it)  :7
                        - Three touches for new sign-ups over ten days
                        + Three warm touches over ten days for everybody who
                          has signed up
                      → people who are in the flow go on by the version that
                        they came into

                """))
        #expect(
            text(60).hasSuffix(
                """
                note: `send_win_back` sends nothing until its job is resumed

                """))
    }

    @Test func `cuts an id that is wider than the line, and no name`() {
        let shown = text(40)
        #expect(shown.contains("\n      entry   8b401a700035c6c68848ad2b3…"))
        #expect(!shown.contains(Self.id))
        for word in ["\"Newsletter,", "subject", "line\"", "everybody\"", "new_signups"] {
            #expect(shown.contains(word), "\(word)")
        }
    }

    @Test func `shows the beginning of a new text that would hide the rest`() {
        let lines = text(60).split(separator: "\n").filter { $0.contains("Dear customer,") }
        #expect(lines.count == 5)
        #expect(text(60).contains("\n            …\n"))
    }

    @Test(arguments: [40, 60, 80, 120]) func `keeps within its width`(width: Int) {
        for line in text(width).split(separator: "\n") where line.displayWidth > width {
            #expect(!line.drop { $0 == " " }.contains(" "), "\(line)")
        }
    }

    @Test func `has the same words as one for programs`() {
        let all = text(nil).filter { !$0.isWhitespace }
        #expect(text(1000).filter { !$0.isWhitespace } == all)
        #expect(text(nil).contains(Self.id))
    }
}

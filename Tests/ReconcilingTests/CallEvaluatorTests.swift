import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `Looking into answers` {
    private let evaluator = CallEvaluator(known: Substitution(slots: [Slot("a/b/c"): 2]))
    private let answer: Value = [
        "items": [["id": 1, "on": true], ["id": 2, "on": false], ["id": 3, "on": false]],
        "version": 7, "empty": .null,
    ]

    @Test func `a way in goes by names, places and the only match`() throws {
        #expect(try evaluator.select(.at("version", .whole), in: answer) == 7)
        #expect(
            try evaluator.select(.at("items", .at("1", .at("id", .whole))), in: answer) == 2)
        let on = Selector.only(.equal(.at("on", .whole), true), .at("id", .whole))
        #expect(try evaluator.select(.at("items", on), in: answer) == 1)
    }

    @Test func `two matches or none are an error`() {
        let off = Selector.only(.equal(.at("on", .whole), false), .whole)
        #expect(throws: EvaluationError("exactly one element of the answer must match, 2 do")) {
            try evaluator.select(.at("items", off), in: answer)
        }
        #expect(throws: EvaluationError("the answer has no `nothing`")) {
            try evaluator.select(.at("nothing", .whole), in: answer)
        }
    }

    @Test(arguments: [
        (Condition.equal(.at("version", .whole), 7), true),
        (.equal(.at("version", .whole), 7.0), true),
        (.equal(.at("version", .whole), "7"), true),
        (.equal(.at("nothing", .whole), .null), true),
        (.oneOf(.at("version", .whole), [6, 7]), true),
        (.oneOf(.at("version", .whole), [6]), false),
        (.greater(.at("version", .whole), 6), true),
        (.greater(.at("version", .whole), 7), false),
        (.greater(.at("nothing", .whole), 7), false),
        (.exists(.at("items", .whole)), true),
        (.exists(.at("empty", .whole)), false),
        (.all([]), true), (.any([]), false),
        (.all([.exists(.at("items", .whole)), .exists(.at("empty", .whole))]), false),
        (.any([.exists(.at("items", .whole)), .exists(.at("empty", .whole))]), true),
        (.not(.exists(.at("empty", .whole))), true),
        (.equal(.at("items", .at("1", .at("id", .whole))), .captured(Slot("a/b/c"))), true),
    ])
    func `claims hold or do not`(condition: Condition, holds: Bool) throws {
        #expect(try evaluator.holds(condition, in: answer) == holds)
    }
}

import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

/// A call that uses everything a call can say.
private func fullCall() -> Call {
    let slot = Slot("toy/job/a", "id")
    let overlay = Overlay(
        read: slot, dropping: ["id"], ours: ["x": .captured(slot)],
        lists: ["steps": .init(key: "id", tag: "type"), "edges": .init(key: "id")],
        omitsNull: true, kept: ["meta"])
    let condition: Condition = .all([
        .equal(.at("name", .whole), "a"), .oneOf(.at("state", .whole), ["x", 2]),
        .greater(.at("n", .whole), 3), .not(.exists(.at("gone", .whole))), .any([]),
    ])
    let probe = Probe(
        read: Request(.get, ["jobs"], query: ["all": true]), matches: condition,
        captures: [Capture(slot, from: .only(condition, .at("id", .whole)))])
    return Call(
        "write it", Request(.put, ["jobs", .captured(slot)], body: .over(overlay)),
        accepts: [404], yieldsTo: [400],
        unless: Unless(slot, shows: condition, words: "it is there", otherwise: "it is not"),
        captures: [Capture(slot, from: .at("id", .whole))],
        expects: [
            Expectation(condition, code: AnyDiagnosticCode(recorded: "toy/no"), message: "no")
        ], again: .probe(probe),
        advice: "do that", patience: 5)
}

private func fullPlan() -> Plan {
    var row = PlanRow(
        number: 1, address: Address("toy/job/a"), kind: Toy.job, action: .newVersion, verb: "v",
        reason: "r", consequences: ["c"], isIrreversible: true,
        place: Place(file: "f.yaml", line: 2, column: 3), waitsFor: [1, 2],
        calls: [fullCall()], liveID: 7, was: Address("toy/job/b"))
    row.fields = [
        FieldChange(
            path: FieldPath(["steps", "a b.c"]), cause: .secret, before: .secret("X"), after: nil,
            recorded: .joined(["a", .secret("X")]), place: Place(file: "f", line: 1, column: 1)),
        FieldChange(path: FieldPath(["n"]), cause: .drift, before: .null, after: 1.5),
    ]
    row.record = fullRecord
    row.blockedBy = fullRecord.keptOtherwise
    var never = row
    never.calls = [Call("once", Request(.post, ["x"], body: .value(.null)), again: .never("why"))]
    let account = Plan.PlannedAccount(
        name: "toy", platform: "toy", url: "u", tokenName: "T", identity: "1",
        facts: ["wire": "steps"])
    var plan = Plan(
        project: "p", environment: "e", accounts: [account], files: ["f.yaml": "d"],
        rows: [row, never], notes: ["n"], unchanged: 3, refreshed: [fullRefresh()])
    plan.key = Plan.PlannedKey(fingerprint: "0123", salt: "s")
    plan.uncomparedSecrets = ["toy/job/a steps.a b"]
    return plan
}

/// A record in which everything says something.
private let fullRecord = RecordedResource(
    address: Address("toy/job/a"), kind: Toy.job, liveID: .captured(Slot("toy/job/a")),
    written: ["a": .captured(Slot("toy/auth/x")), "s": .secret("X"), "b": .null, "c": 1.0],
    returned: ["a": ["$odd": 1]], given: ["n": 1], digests: ["a": "d"], isProtected: true,
    onRemove: .drain, file: "f.yaml", needs: [Address("toy/auth/x")], heldLifecycle: "running",
    keptOtherwise: [
        KeptField(path: FieldPath(["a b", "c"]), written: "X ", returned: nil),
        KeptField(path: FieldPath(["n"]), written: .null, returned: 1, isAccepted: true),
    ], released: [FieldPath(["config", "x"])], orphans: [8, "old"],
    resumption: Resumption(state: "running", kind: Toy.auth, ids: [9, "x"]))

private func fullRefresh() -> Refresh {
    var held = fullRecord
    held.written = nil
    held.returned = [:]
    return Refresh(held: held, record: fullRecord)
}

@Test func `a plan is read as it was written`() throws {
    let plan = fullPlan()
    #expect(try Plan(encoded: plan.encoded) == plan)
}

@Test func `a planned scene is read as it was written`() throws {
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/a", ["label": "a", "config": ["token": .secret("TOKEN")]]),
        Toy.resource("toy/job/b", ["name": "b", "auth_id": .captured(Slot("toy/auth/a"))]),
    ])
    let plan = scene.plan()
    #expect(plan.rows.count == 2)
    let again = try Plan(encoded: plan.encoded)
    #expect(again == plan)
    #expect(again.canonicalText == plan.canonicalText)
}

@Test func `a plan of another format is refused`() {
    var value = fullPlan().encoded.object ?? [:]
    value["format"] = 2
    #expect(throws: PlanFormatError("a plan has format 3; this one has format 2")) {
        try Plan(encoded: .object(value))
    }
}

@Test(arguments: ["project", "accounts", "rows", "unchanged"])
func `a damaged plan says what is damaged`(name: String) {
    var value = fullPlan().encoded.object ?? [:]
    value[name] = true
    let error = #expect(throws: PlanFormatError.self) { try Plan(encoded: .object(value)) }
    #expect(error?.message.contains("`\(name)`") == true)
}

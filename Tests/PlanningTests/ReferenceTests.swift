import Diagnostics
import Documents
import Platforms
import Testing

@testable import Planning

private func segment(_ id: Value, _ names: String...) -> LookupRow {
    LookupRow(kind: Toy.segment, id: id, names: names, fields: ["slug": .text(names[0])])
}

private func flow(_ segment: Value) -> Resource {
    Toy.resource("toy/flow/f", ["segment_id": segment])
}

@Test func `a lookup is found by its id, its slug or its name`() {
    for name in ["s1", "new_signups", "New sign-ups"] {
        var scene = Scene(wanted: [flow(.captured(Slot("toy/segment/\(name)")))])
        scene.lookups = [segment("s1", "new_signups", "New sign-ups"), segment("s2", "lost")]
        let plan = scene.plan()
        #expect(scene.codes.isEmpty)
        #expect(plan.rows.first?.record?.value["segment_id"] == "s1")
        #expect(plan.rows.first?.fields.first?.after == .captured(Slot("toy/segment/\(name)")))
    }
}

@Test func `a field of a lookup may be referred to`() {
    var scene = Scene(wanted: [flow(.captured(Slot("toy/segment/s1", "slug")))])
    scene.lookups = [segment("s1", "new_signups")]
    #expect(scene.plan().rows.first?.record?.value["segment_id"] == "new_signups")
}

@Test func `an unknown reference offers the nearest name`() {
    var scene = Scene(wanted: [flow(.captured(Slot("toy/segment/new_singups")))])
    scene.lookups = [segment("s1", "new_signups")]
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
    let diagnostic = scene.report.diagnostics.first
    #expect(diagnostic?.help == "did you mean `segment/new_signups`?")
    #expect(diagnostic?.primary?.span == scene.wanted.first?.needs.first?.span)
}

@Test func `a name of several things is ambiguous`() {
    var scene = Scene(wanted: [flow(.captured(Slot("toy/segment/same")))])
    scene.lookups = [segment("s1", "same"), segment("s2", "same")]
    _ = scene.plan()
    #expect(scene.codes == ["plan/ambiguous-reference"])
}

@Test func `what is looked up and seen as a live object too is one thing`() {
    var scene = Scene(wanted: [flow(.captured(Slot("toy/auth/Mail")))])
    scene.lookups = [LookupRow(kind: Toy.auth, id: "a1", names: ["Mail"])]
    scene.has("toy/auth/a", id: "a1", ["label": "Mail"])
    let plan = scene.plan()
    #expect(scene.codes.isEmpty)
    #expect(plan.row("toy/flow/f", .create)?.record?.value["segment_id"] == "a1")
}

@Test func `a plain text is checked against what the platform has`() {
    var scene = Scene(wanted: [flow("s1")])
    #expect(!scene.plan().isEmpty && scene.codes.isEmpty)
    scene.lookups = [segment("s1", "new_signups")]
    #expect(!scene.plan().isEmpty && scene.codes.isEmpty)
    scene.wanted = [flow("s9")]
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
    #expect(
        scene.report.diagnostics.first?.primary?.span
            == scene.wanted.first?.node["segment_id"]?.span)
}

@Test func `a plain text is wrong where the account was read and has none`() {
    for text in ["s1", "new_signups"] {
        var scene = Scene(wanted: [flow(.text(text))])
        scene.listed = [Toy.segment: []]
        _ = scene.plan()
        #expect(scene.codes == ["plan/unknown-reference"])
        #expect(scene.report.diagnostics.first?.notes == ["the account has none"])
    }
}

@Test func `a plain id of what a list showed and nobody asked for is known`() {
    var scene = Scene(wanted: [flow("s7")])
    scene.listed = [Toy.segment: ["s7", 8]]
    #expect(!scene.plan().isEmpty && scene.codes.isEmpty)
}

@Test func `a name that is like no other is answered with what there is`() {
    var scene = Scene(wanted: [flow("birthdays")])
    scene.lookups = [segment("s1", "new_signups", "New sign-ups"), segment("s2", "vip")]
    _ = scene.plan()
    #expect(scene.report.diagnostics.first?.notes == ["there are `new_signups`, `vip`"])
    scene.lookups = (10..<30).map { segment(.text("s\($0)"), "segment_\($0)") }
    _ = scene.plan()
    let note = scene.report.diagnostics.first?.notes.first ?? ""
    #expect(note.hasPrefix("there are `segment_10`, `segment_11`, "))
    #expect(note.hasSuffix("`segment_21` and 8 more"))
}

@Test func `a plain name where only an id is taken is answered with the ids`() {
    let steps: Value = [["slug": "one", "work_id": "Mail"]]
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", ["steps": steps])])
    scene.observed = [
        Toy.observed("toy/job/m", id: "j1", ["name": "Mail"]),
        Toy.observed("toy/job/s", id: 22, ["name": "Sync"]),
    ]
    _ = scene.plan()
    #expect(scene.report.diagnostics.first?.help == "did you mean `j1`?")
    scene.wanted = [Toy.resource("toy/flow/f", ["steps": [["slug": "one", "work_id": "Print"]]])]
    _ = scene.plan()
    #expect(scene.report.diagnostics.first?.notes == ["there are `j1` (Mail), `22` (Sync)"])
}

@Test func `a plain name becomes the id where names are taken`() {
    var scene = Scene(wanted: [flow("new_signups")])
    scene.lookups = [segment("s1", "new_signups")]
    #expect(scene.plan().rows.first?.record?.value["segment_id"] == "s1")
}

@Test func `a text of known parts is put together`() {
    let joined: Value = .joined(["id-", .captured(Slot("toy/segment/a")), "!"])
    var scene = Scene(wanted: [Toy.resource("toy/flow/f", ["label": joined])])
    scene.lookups = [segment(12, "a")]
    #expect(scene.plan().rows.first?.record?.value["label"] == "id-12!")
}

@Test func `the id of what is made by this plan is known later`() {
    let id: Value = .captured(Slot("toy/auth/a"))
    var scene = Scene(wanted: [
        Toy.resource("toy/auth/a", ["label": "a"]),
        Toy.resource("toy/job/b", ["name": .joined(["x", id]), "auth_id": id]),
    ])
    let plan = scene.plan()
    #expect(plan.rows.last?.record?.value["auth_id"] == id)
    #expect(plan.rows.last?.record?.value["name"] == .joined(["x", id]))
    scene.has("toy/auth/a", id: 5, ["label": "a"])
    #expect(scene.plan().rows.last?.record?.value == ["name": "x5", "auth_id": 5])
}

@Test func `what was applied and has no file any more cannot be referred to`() {
    var scene = Scene(wanted: [
        Toy.resource("toy/job/b", ["name": "b", "auth_id": .captured(Slot("toy/auth/a"))])
    ])
    scene.has("toy/auth/a", id: "5", ["label": "a"])
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
    scene.options.excludedAddresses = [Address("toy/auth/a")]
    #expect(scene.plan().rows.first?.record?.value["auth_id"] == "5")
    #expect(scene.codes.isEmpty)
}

private func job(_ work: Value) -> Resource {
    Toy.resource("toy/job/b", ["name": "b", "workflow": work])
}

private let works = [
    LookupRow(kind: Toy.work, id: "1", names: ["mail_export"]),
    LookupRow(kind: Toy.work, id: "2", names: ["row-import", "Row import"]),
]

@Test func `a new name that nothing has is wrong, with the nearest or all that there are`() {
    var scene = Scene(wanted: [job("mail_exprot")])
    scene.lookups = works
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
    #expect(scene.report.diagnostics.first?.help == "did you mean `mail_export`?")
    #expect(
        scene.report.diagnostics.first?.primary?.span
            == scene.wanted.first?.node["workflow"]?.span)
    scene.wanted = [job("unlike_any")]
    _ = scene.plan()
    #expect(
        scene.report.diagnostics.first?.notes == ["there are `mail_export`, `row-import`"])
}

@Test(arguments: ["mail_export", "mail-export", "row_import", "Row import", "1"])
func `a name is known whichever dashes it has, and stays as it is written`(_ name: String) {
    var scene = Scene(wanted: [job(.text(name))])
    scene.lookups = works
    let plan = scene.plan()
    #expect(scene.codes == [])
    #expect(plan.row("toy/job/b", .create)?.record?.value["workflow"] == .text(name))
}

@Test func `a name is not asked about where it was applied before or nothing is listed`() {
    var scene = Scene(wanted: [job("gone")])
    scene.listed = [Toy.work: []]
    _ = scene.plan()
    #expect(scene.codes == [])
    scene.lookups = works
    scene.has("toy/job/b", id: "7", ["name": "b", "workflow": "gone"])
    _ = scene.plan()
    #expect(scene.codes == [])
    scene.options.adopt = [Address("toy/job/b")]
    scene.recorded = []
    _ = scene.plan()
    #expect(scene.codes == [])
    scene.options.adopt = []
    scene.observed = []
    _ = scene.plan()
    #expect(scene.codes == ["plan/unknown-reference"])
}

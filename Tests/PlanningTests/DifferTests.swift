import Documents
import Planning
import Platforms
import Testing

/// Compares as a flow and shows each difference as cause and path.
private func differences(
    _ wanted: Value, _ written: Value?, _ observed: Value?, returned: Value? = nil,
    ignored: [String] = [], shape: Shape = Toy.flowShape
) -> [String] {
    Differ.compare(
        wanted: wanted, written: written, returned: returned, observed: observed, shape: shape,
        ignored: ignored.compactMap { FieldPath(parsing: $0) }
    ).map { "\($0.cause.rawValue) \($0.path)" }
}

@Test func `an edited field is intended`() {
    #expect(differences(["label": "b"], ["label": "a"], ["label": "a"]) == ["intended label"])
}

@Test func `a field changed on the platform is drift`() {
    #expect(differences(["label": "a"], ["label": "a"], ["label": "x"]) == ["drift label"])
}

@Test func `a field changed on both sides is a conflict`() {
    #expect(differences(["label": "b"], ["label": "a"], ["label": "x"]) == ["conflict label"])
}

@Test func `both sides changed to the same is no difference`() {
    #expect(differences(["label": "b"], ["label": "a"], ["label": "b"]).isEmpty)
}

@Test func `writing what the platform had set by itself has a cause of its own`() {
    #expect(differences(["label": "b"], [:], ["label": "a"]) == ["platformDefault label"])
    #expect(differences(["label": "b"], [:], [:]) == ["intended label"])
}

@Test func `a field nobody wrote is never a difference`() {
    #expect(differences(["label": "a"], ["label": "a"], ["label": "a", "tags": ["x"]]).isEmpty)
    #expect(differences([:], [:], ["label": "x"]).isEmpty)
}

@Test func `what a platform made of our write is no difference, whatever it is`() {
    let made: [Value] = ["hello", "HELLO", "", .null, 5, ["x"]]
    for returned in made {
        let found = differences(
            ["label": "Hello "], ["label": "Hello "], ["label": returned],
            returned: ["label": returned])
        #expect(found.isEmpty, "\(returned): \(found)")
    }
    let kept: Value = ["label": "hello"]
    #expect(differences(["label": "Hello"], ["label": "Hello"], kept, returned: kept).isEmpty)
    #expect(
        differences(["label": "Hi"], ["label": "Hello"], kept, returned: kept)
            == ["intended label"])
    #expect(
        differences(["label": "Hello"], ["label": "Hello"], ["label": "bye"], returned: kept)
            == ["drift label"])
    #expect(
        differences(["label": "Hi"], ["label": "Hello"], ["label": "bye"], returned: kept)
            == ["conflict label"])
}

@Test func `another spelling of what came back is no drift`() {
    let shape = Toy.jobShape
    for live: Value in ["a", " a\n", "a\r\n"] {
        #expect(
            differences(["label": "a"], ["label": "a"], ["label": live]).isEmpty, "\(live)")
    }
    #expect(
        differences(
            ["config": ["n": 5]], ["config": ["n": 5]], ["config": ["n": "5"]], shape: shape
        ).isEmpty)
}

@Test func `an edit of a space or of a form is an edit`() {
    #expect(differences(["label": "a "], ["label": "a"], ["label": "a"]) == ["intended label"])
    let (one, other): (Value, Value) = (["label": "e\u{301}"], ["label": "\u{e9}"])
    #expect(differences(one, other, other) == ["intended label"])
    #expect(
        differences(["tags": ["a", "b "]], ["tags": ["a", "b"]], ["tags": ["a", "b"]])
            == ["intended tags"])
}

@Test func `a member taken out of a list of free maps is an edit of the list`() {
    let shape = Toy.jobShape
    let written: Value = ["config": ["items": [["a": 1, "b": 2]]]]
    #expect(
        differences(["config": ["items": [["a": 1]]]], written, written, shape: shape)
            == ["intended config.items"])
}

@Test func `a field that is no longer written is released, at every depth`() {
    let shape = Toy.jobShape
    let written: Value = [
        "name": "a", "auth_ids": ["1"], "config": ["x": 1, "deep": ["y": 2, "z": 3]],
    ]
    func released(_ wanted: Value) -> [String] {
        differences(wanted, written, written, shape: shape)
    }
    #expect(released(written).isEmpty)
    #expect(
        released(["auth_ids": ["1"], "config": ["x": 1, "deep": ["y": 2, "z": 3]]])
            == ["released name"])
    #expect(released(["name": "a", "config": written["config"] ?? .null]) == ["released auth_ids"])
    #expect(
        released(["name": "a", "auth_ids": ["1"], "config": ["deep": ["y": 2]]])
            == ["released config.deep.z", "released config.x"])
    #expect(released(["name": "a", "auth_ids": ["1"]]) == ["released config"])
}

@Test func `a field of a step is released, a step taken out is removed`() {
    let written: Value = ["steps": [["slug": "one", "delay": 5], ["slug": "two", "next": "end"]]]
    #expect(
        differences(["steps": [["slug": "one"]]], written, written)
            == ["released steps.one.delay", "intended steps.two"])
}

@Test func `a null that is no longer written releases nothing`() {
    #expect(differences([:], ["label": .null], [:]).isEmpty)
}

@Test func `a path that is newly ignored is released, and then nobody's`() {
    let wanted: Value = ["label": "a"]
    #expect(differences(wanted, wanted, wanted, ignored: ["label"]) == ["released label"])
    #expect(differences(wanted, [:], wanted, ignored: ["label"]).isEmpty)
}

@Test func `null clears and equals what is missing`() {
    #expect(differences(["label": .null], ["label": "a"], ["label": "a"]) == ["intended label"])
    #expect(differences(["label": .null], ["label": .null], [:]).isEmpty)
    #expect(differences(["label": .null], ["label": .null], ["label": .null]).isEmpty)
}

@Test func `the platform's default equals what is missing`() {
    let shape = Toy.jobShape
    #expect(differences(["retries": 3], ["retries": 3], [:], shape: shape).isEmpty)
    #expect(
        differences(["retries": .null], ["retries": .null], ["retries": 3], shape: shape).isEmpty)
    #expect(
        differences(["retries": 4], ["retries": 4], [:], shape: shape) == ["drift retries"])
}

@Test func `steps are told apart by their slug, in any order`() {
    let one: Value = ["slug": "one", "delay": 5]
    let two: Value = ["slug": "two", "next": "end"]
    let steps: Value = ["steps": [one, two]]
    #expect(differences(steps, steps, ["steps": [two, one]]).isEmpty)
    let slower: Value = ["steps": [["slug": "one", "delay": 6], two]]
    #expect(differences(slower, steps, steps) == ["intended steps.one.delay"])
}

@Test func `an added and a removed step are one change each`() {
    let one: Value = ["slug": "one", "delay": 5]
    let two: Value = ["slug": "two", "next": "end"]
    let (first, both): (Value, Value) = (["steps": [one]], ["steps": [one, two]])
    #expect(differences(both, first, first) == ["intended steps.two"])
    #expect(differences(first, both, both) == ["intended steps.two"])
    #expect(differences(first, first, both) == ["drift steps.two"])
    #expect(differences(both, both, first) == ["drift steps.two"])
}

@Test func `a step removed here and changed there is a conflict`() {
    let one: Value = ["slug": "one", "delay": 5]
    let two: Value = ["slug": "two", "next": "end"]
    let changed: Value = ["slug": "two", "next": "one"]
    #expect(
        differences(["steps": [one]], ["steps": [one, two]], ["steps": [one, changed]])
            == ["conflict steps.two"])
}

@Test func `members of a step that nobody wrote are the platform's`() {
    let wanted: Value = ["steps": [["slug": "one"]]]
    let live: Value = ["steps": [["slug": "one", "id": 3, "delay": 0]]]
    #expect(differences(wanted, wanted, live).isEmpty)
}

@Test func `a plain list is whole and ordered`() {
    let (one, other): (Value, Value) = (["tags": ["a", "b"]], ["tags": ["b", "a"]])
    #expect(differences(one, one, other) == ["drift tags"])
    #expect(differences(["tags": []], one, one) == ["intended tags"])
}

@Test func `an unordered list is a set`() {
    let shape = Toy.jobShape
    let (one, other): (Value, Value) = (["auth_ids": ["a", "b"]], ["auth_ids": ["b", "a"]])
    #expect(differences(one, one, other, shape: shape).isEmpty)
    #expect(
        differences(one, one, ["auth_ids": ["b"]], shape: shape) == ["drift auth_ids"])
}

@Test func `a free map is compared member by member`() {
    let shape = Toy.jobShape
    let recorded: Value = ["config": ["list": "a", "deep": ["x": 1]]]
    let live: Value = ["config": ["list": "a", "deep": ["x": 1, "y": 2], "more": true]]
    #expect(differences(recorded, recorded, live, shape: shape).isEmpty)
    let edited: Value = ["config": ["list": "a", "deep": ["x": 2]]]
    #expect(differences(edited, recorded, live, shape: shape) == ["intended config.deep.x"])
}

@Test func `numbers compare as numbers`() {
    let shape = Toy.jobShape
    #expect(differences(["retries": 4], ["retries": 4], ["retries": 4.0], shape: shape).isEmpty)
    let year: Value = ["retries": 31_536_000_000_000_001]
    let live: Value = ["retries": 31_536_000_000_000_000]
    #expect(differences(year, year, live, shape: shape) == ["drift retries"])
}

@Test func `an id compares whether it is a number or a text`() {
    let wanted: Value = ["auth_id": "12"]
    #expect(differences(wanted, wanted, ["auth_id": 12], shape: Toy.jobShape).isEmpty)
}

@Test func `ignored paths are left to the platform`() {
    let recorded: Value = ["label": "a", "steps": [["slug": "one", "delay": 5]]]
    let live: Value = ["label": "x", "steps": [["slug": "one", "delay": 6], ["slug": "two"]]]
    let ours: Value = ["steps": [["slug": "one"]]]
    #expect(
        differences(recorded, ours, live, ignored: ["label", "steps.one.delay"])
            == ["drift steps.two"])
    #expect(differences(recorded, [:], live, ignored: ["label", "steps"]).isEmpty)
}

@Test func `a field that is never returned is compared with what was last applied`() {
    let shape = Toy.authShape
    let recorded: Value = ["config": ["user": "a"]]
    #expect(differences(recorded, recorded, [:], shape: shape).isEmpty)
    #expect(
        differences(["config": ["user": "b"]], recorded, [:], shape: shape)
            == ["intended config.user"])
}

@Test func `a secret is compared by its digest and never shown`() {
    let wanted: Value = ["config": ["token": .secret("TOKEN"), "user": "a"]]
    func compare(_ now: String, _ live: Value) -> [FieldChange] {
        Differ.compare(
            wanted: wanted, written: wanted, observed: live, shape: Toy.jobShape,
            digests: ["config.token": now], recordedDigests: ["config.token": "1"])
    }
    let live: Value = ["config": ["token": "hunter2", "user": "a"]]
    #expect(compare("1", live).isEmpty)
    let changes = compare("2", live)
    #expect(changes.map(\.cause) == [.secret])
    #expect(changes.map(\.path.description) == ["config.token"])
    #expect(changes.first?.before == .secret("TOKEN"))
}

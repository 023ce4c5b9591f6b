import Diagnostics
import Documents
import Platforms

@testable import Planning

/// A platform with three kinds, small enough to read and rich enough for every rule.
enum Toy {
    static let auth = KindName("toy", "auth")
    static let job = KindName("toy", "job")
    static let flow = KindName("toy", "flow")
    static let segment = KindName("toy", "segment")
    /// What a job does, by a name that stays as it is written.
    static let work = KindName("toy", "work")
    static let account = Account(
        name: "toy", platform: "toy", url: "https://toy", tokenName: "TOY_TOKEN", identity: "42")

    static let badge = FieldPath(["badge"])

    /// A key, whose delete stops the jobs that use it.
    static let key = KindName("toy", "key")
    /// A flow of which a version is made only where something changes.
    static let mail = KindName("toy", "mail")
    /// What a page holds, and what acts only while the page does.
    static let button = KindName("toy", "button")

    static let page = KindName("toy", "page")
    static let link = KindName("toy", "link")

    /// A job of which there can be only one of a name.
    static let single = KindName("toy", "single")

    /// What flows act through, and only while it runs.
    static let press = KindName("toy", "press")

    static let kinds: [KindName: any Kind] = [
        key: ToyKind(name: key, shape: keyShape, lifecycle: nil),
        mail: ToyKind(name: mail, shape: flowShape, lifecycle: mailLifecycle),
        button: ToyKind(name: button, shape: jobShape, lifecycle: jobLifecycle),
        press: ToyKind(name: press, shape: jobShape, lifecycle: pressLifecycle),
        single: ToyKind(name: single, shape: jobShape, lifecycle: jobLifecycle),
        page: ToyKind(name: page, shape: flowShape, lifecycle: pageLifecycle),
        link: ToyKind(name: link, shape: linkShape, lifecycle: nil),
        auth: ToyKind(name: auth, shape: authShape, lifecycle: nil),
        job: ToyKind(name: job, shape: jobShape, lifecycle: jobLifecycle),
        flow: ToyKind(name: flow, shape: flowShape, lifecycle: flowLifecycle),
    ]

    static let authShape = Shape(fields: [
        field("label", .text), field("provider", .text, .identity),
        field("config", .map(.any), .with { $0.isWriteOnly = true }),
        field(
            "seed", .text,
            .with {
                $0.isWriteOnly = true
                $0.isImmutable = true
            }),
    ])

    static let keyShape = Shape(fields: [field("label", .text), field("type", .text, .immutable)])

    static let jobShape = Shape(fields: [
        field("name", .text, .required), field("auth_id", .reference(auth, .either)),
        field("key_ids", .list(.reference(key, .liveID), key: nil)),
        field(
            "auth_ids", .list(.reference(auth, .liveID), key: nil), .with { $0.isUnordered = true }),
        field("config", .map(.any)), field("retries", .int, .defaulting(3)),
        field("workflow", .text, .immutable.naming(work)),
        field("status", .word(["running", "paused"]), .with { $0.isLifecycle = true }),
    ])

    static let flowShape = Shape(fields: [
        field("label", .text), field("tags", .list(.text, key: nil)),
        field("segment_id", .reference(segment, .either)),
        field("press_id", .reference(press, .liveID)),
        field("state", .word(["draft", "running", "draining"]), .with { $0.isLifecycle = true }),
        field(
            "steps", .list(.object(stepShape), key: "slug"), .with { $0.onRunning = .newVersion }),
    ])

    static let stepShape = Shape(fields: [
        field("slug", .text, .required), field("delay", .duration), field("next", .text),
        field("work_id", .reference(job, .liveID)),
    ])

    static let jobLifecycle = Lifecycle(
        field: "status", initial: "paused", running: ["running"], gone: ["killed"],
        authored: ["running", "paused"],
        transitions: [
            .init(
                from: ["paused"], to: "running", action: .start, verb: "resume",
                consequence: "it exports", isIrreversible: false),
            .init(
                from: ["running"], to: "paused", action: .pause, verb: "pause", consequence: "",
                isIrreversible: false),
        ], deletion: ["running": "the job is killed"], onRemoveRunning: nil)

    static let flowLifecycle = Lifecycle(
        field: "state", initial: "draft", running: ["running"], gone: [],
        authored: ["draft", "running", "draining"],
        transitions: [
            .init(
                from: ["draft"], to: "running", action: .start, verb: "start",
                consequence: "people enter", isIrreversible: false),
            .init(
                from: ["running"], to: "draining", action: .stop, verb: "drain",
                consequence: "nobody enters any more", isIrreversible: true),
        ], deletion: ["running": "every version ends at once"], onRemoveRunning: "draining",
        staying: ["draining": "nobody tells when it is empty"],
        superseding: "the version that runs now drains by itself", frozen: ["closed"])

    static var pressLifecycle: Lifecycle {
        var lifecycle = jobLifecycle
        lifecycle.whileStopped = "nothing is printed"
        return lifecycle
    }

    static var mailLifecycle: Lifecycle {
        var lifecycle = flowLifecycle
        lifecycle.versionsNeedChanges = "only what changes makes a new version"
        return lifecycle
    }

    /// A version of it runs as soon as it is written.
    static var pageLifecycle: Lifecycle {
        var lifecycle = flowLifecycle
        lifecycle.versionsRunAtOnce = true
        lifecycle.onRemoveRunning = nil
        return lifecycle
    }

    static let linkShape = Shape(fields: [
        field("name", .text), field("page_id", .reference(page, .liveID)),
    ])

    static func field(_ name: String, _ type: FieldType, _ rules: Rules = .none) -> Field {
        Field(name: name, type: type, rules: rules, summary: "")
    }
}

/// A kind whose calls only say what they would do.
struct ToyKind: Kind {
    let name: KindName
    let shape: Shape
    let lifecycle: Lifecycle?
    var summary: String { "a toy" }
    var example: String { "" }
    var nameField: String { shape.field("name") == nil ? "label" : "name" }
    var goesWithParent: Bool { name != Toy.link }
    var deletesFirst: String? { name == Toy.single ? "there is one of a name" : nil }
    var stopsDependents: [StoppedDependents] {
        name == Toy.key ? [StoppedDependents(Toy.job, state: "paused", words: "jobs stop")] : []
    }
    var creationLimit: CreationLimit? {
        name == Toy.auth ? CreationLimit(count: 2, window: "hour") : nil
    }

    func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] { [] }

    func naturalKey(of value: Value, address: Address) -> Value? {
        name == Toy.flow ? .text(address.id) : value["name"] ?? value["label"]
    }

    /// An auth has a badge, which the platform may show as `given` or as `none`.
    func effects(of change: Change) -> [Effect] {
        guard name == Toy.auth else { return [] }
        let shown = change.observed?.value["badge"]
        let sight: Effect.Sight =
            shown == "given" ? .present : shown == "none" ? .absent : .unseen
        return [Effect(Toy.badge, words: "the badge", sight: sight, after: "given")]
    }

    func calls(for change: Change) -> ChangeCalls {
        var made = ChangeCalls()
        if change.wanted?["label"]?.text == "refused" {
            made.refusals = [
                Refusal(
                    code: AnyDiagnosticCode(recorded: "toy/refused"), message: "no",
                    path: FieldPath(["label"]))
            ]
        }
        // A replace is left to the planner, which deletes and creates.
        guard change.action != .replace else { return made }
        let own = Value.captured(Slot(change.address.text))
        let id = change.observed?.liveID ?? change.recorded?.liveID ?? own
        let path: [Value] = ["toy", id, .text(change.action.rawValue)]
        made.calls = [
            Call(
                "\(change.action.rawValue) \(change.address.id)",
                Request(.post, path, body: .value(change.wanted ?? .null)))
        ]
        if change.paths.contains(Toy.badge) {
            made.calls.append(
                Call("give the badge", Request(.post, path + ["badge"]), effect: Toy.badge))
        }
        if change.wanted?["label"]?.text?.hasPrefix("tried") == true {
            let found = Slot("toy", "found out")
            made.calls[0].unless = Unless(found, words: "it is known")
            made.calls[0].captures = [Capture(found, from: .whole)]
        }
        if change.action == .create { made.given = ["number": 7] }
        return made
    }

    func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        Read(Request(.get, ["toy", liveID]), purpose: "it")
    }
}

extension Toy {
    /// A wanted resource; captured slots in it become needs.
    static func resource(
        _ text: String, _ members: Object, options: ResourceOptions = ResourceOptions(),
        file: String = "toys/file.yaml"
    ) -> Resource {
        let address = Address(text)
        let value = Value.object(members)
        var spans = SpanMaker()
        let node = spans.node(value)
        return Resource(
            address: address, kind: KindName("toy", address.type), value: value,
            needs: value.slots.map { Need(Address($0.address), span: spans.next()) }, node: node,
            options: options, span: spans.next(), file: file)
    }

    static func options(_ change: (inout ResourceOptions) -> Void) -> ResourceOptions {
        var options = ResourceOptions()
        change(&options)
        return options
    }

    static func recorded(_ text: String, id: Value, _ members: Object) -> RecordedResource {
        let address = Address(text)
        return RecordedResource(
            address: address, kind: KindName("toy", address.type), liveID: id,
            value: .object(members), file: "toys/file.yaml")
    }

    static func observed(_ text: String, id: Value, _ members: Object) -> ObservedResource {
        let address = Address(text)
        let value = Value.object(members)
        let kind = KindName("toy", address.type)
        let key = kinds[kind]?.naturalKey(of: value, address: address)
        return ObservedResource(
            account: "toy", kind: kind, liveID: id, naturalKey: key ?? .null, value: value,
            raw: value)
    }
}

/// Gives every node a span of its own.
struct SpanMaker {
    private var end = 0

    mutating func next() -> SourceSpan {
        end += 1
        return SourceSpan(source: SourceID(0), start: end, end: end + 1)
    }

    mutating func node(_ value: Value) -> Node {
        let content: Node.Content =
            switch value {
            case .object(let object):
                .map(
                    object.map { member in
                        Node.Entry(key: member.key, keySpan: next(), value: node(member.value))
                    })
            case .list(let list): .list(list.map { node($0) })
            case .text(let text): .text(text)
            case .int(let int): .int(int)
            case .bool(let bool): .bool(bool)
            case .double(let double): .double(double)
            case .null, .captured, .joined, .secret: .null
            }
        return Node(content, span: next())
    }
}

extension Value {
    /// Every slot in it.
    var slots: [Slot] {
        switch self {
        case .captured(let slot): [slot]
        case .joined(let parts), .list(let parts): parts.flatMap(\.slots)
        case .object(let object): object.flatMap(\.value.slots)
        default: []
        }
    }
}

/// The three sides of a small world, and what planning makes of them.
struct Scene {
    var wanted: [Resource] = []
    var recorded: [RecordedResource] = []
    var observed: [ObservedResource] = []
    var missing: [Address: String] = [:]
    var runs: [RunWindow] = []
    var doubles: [LikelyDouble] = []
    var isRunUnderWay = false
    var lookups: [LookupRow] = []
    var listed: [KindName: Set<Value>] = [:]
    var digests: [String: String] = [:]
    var options = PlanningOptions()
    var report = Report()

    var input: PlanningInput {
        PlanningInput(
            project: "toys", environment: "default", accounts: [Toy.account], kinds: Toy.kinds,
            wanted: wanted,
            recorded: Dictionary(recorded.map { ($0.address, $0) }) { $1 }, observed: observed,
            missing: missing, runs: runs, lookups: ["toy": lookups],
            listed: ["toy": listed], digests: digests,
            liveDigest: { value, kind, path in "\(kind) \(path) \(value.text ?? "")" },
            files: ["toys/file.yaml": "d1"],
            options: options, doubles: doubles, isRunUnderWay: isRunUnderWay)
    }

    /// Adds a resource that is in the ledger and live.
    mutating func has(
        _ text: String, id: Value, _ recordedMembers: Object, live: Object? = nil,
        needs: [String] = []
    ) {
        recorded.append(Toy.recorded(text, id: id, recordedMembers))
        recorded[recorded.count - 1].needs = needs.map { Address($0) }
        observed.append(Toy.observed(text, id: id, live ?? recordedMembers))
    }

    mutating func plan() -> Plan {
        report = Report()
        return Planner.plan(input, into: &report)
    }

    var codes: [String] { report.diagnostics.map(\.code) }
}

extension Plan {
    /// Each row as sign and address.
    var signs: [String] { rows.map { "\($0.action.sign) \($0.address)" } }
    /// Each field of the first row as cause and path.
    var causes: [String] {
        rows.first.map { $0.fields.map { "\($0.cause.rawValue) \($0.path)" } } ?? []
    }
    /// The row of an address and an action.
    func row(_ address: String, _ action: Action) -> PlanRow? {
        rows.first { $0.address.text == address && $0.action == action }
    }
}

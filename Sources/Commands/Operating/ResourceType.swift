import Documents
import Platforms

/// How the objects of one type are spoken of on the command line.
struct ResourceType: Sendable {
    /// The kind, `lytics/job`; also of objects that no file describes, such as runs.
    let kind: KindName
    /// One of them: `job`.
    let singular: String
    /// Several of them: `jobs`.
    let plural: String
    /// The field that people call them by: `name`.
    let nameField: String
    /// Whether lists show every object there is, so that nothing else is asked for.
    var isListedWhole: Bool { saysListedWhole || !isAuthored }
    /// The words of their commands: `flows nodes`.
    let words: String
    /// What reads their ids for shell completion; nil where the platform observes the kind by itself.
    let reader: LiveIDs.Reader?
    /// How commands speak of the steps of its objects; nil where none of them refuses one.
    let steps: StepWords?
    private let saysListedWhole: Bool
    private let ownLifecycle: Lifecycle?
    private let finish: Finish?

    /// Gives the commands that finish an object of an id, of which some fields were not written.
    typealias Finish = @Sendable (_ id: String, _ undone: [FieldPath]) -> [String]

    /// Names a type; `nameField` and `lifecycle` are given for objects that no file describes, and
    /// `finish` where other commands than an update finish what was written in part.
    init(
        _ platform: String, _ singular: String, namedBy nameField: String? = nil,
        isListedWhole: Bool = false, words: String? = nil, lifecycle: Lifecycle? = nil,
        steps: StepWords? = nil, reader: LiveIDs.Reader? = nil, finish: Finish? = nil
    ) {
        kind = KindName(platform, singular)
        self.nameField = nameField ?? Catalog.kind(kind)?.nameField ?? "name"
        self.singular = singular
        plural = "\(singular)s"
        saysListedWhole = isListedWhole
        self.words = words ?? plural
        ownLifecycle = lifecycle
        self.steps = steps
        self.reader = reader
        self.finish = finish
    }

    /// The commands about them: `weir lytics jobs`.
    var command: String { "weir \(kind.platform) \(words)" }

    /// Whether files describe them; what is only referred to, and runs and their like, no file does.
    var isAuthored: Bool { Catalog.kind(kind) != nil }

    /// Whether the platform shows them where it is asked for a kind or for what is referred to.
    var isObserved: Bool { isAuthored || Catalog.lookup(kind) != nil }

    /// The kind's rules.
    var rules: any Kind {
        guard let rules = Catalog.kind(kind) else {
            preconditionFailure("the rules of a type are those of a kind in the catalog")
        }
        return rules
    }

    /// The steps that objects may take, which plans and commands share.
    var lifecycle: Lifecycle? { ownLifecycle ?? Catalog.kind(kind)?.lifecycle }

    /// The commands that finish an object which a payload was written to in part.
    @Sendable func finishing(_ id: String, _ undone: [FieldPath]) -> [String] {
        finish?(id, undone) ?? ["\(command) update \(id) -f FILE"]
    }

    /// `1 job`, `3 jobs`.
    func counted(_ count: Int) -> String { "\(count) \(count == 1 ? singular : plural)" }

    /// What an example calls one of them: the document in the help of its kind.
    var example: String {
        let lines = Catalog.kind(kind)?.example.split(separator: "\n").prefix(2) ?? []
        let id = lines.last { $0.hasPrefix("id: ") }?.dropFirst("id: ".count)
        guard let id, lines.first == "kind: \(kind)" else { return "ID" }
        return "\(kind.type)/\(id)"
    }

    /// What an argument for several of them takes: `Ids, labels or addresses.`
    var argumentHelp: String {
        nameField == "id" ? "Ids." : "Ids, \(nameField)s or addresses."
    }

    /// What an argument for one of them takes.
    var singularArgumentHelp: String { "An id, a \(nameField) or an address." }
}

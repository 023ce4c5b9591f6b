public import Diagnostics
public import Documents
public import Flows

/// One kind of resource: how it is written, checked, compared and carried out.
///
/// Stateless and pure: every function takes what it needs.
public protocol Kind: Sendable {
    /// Its name, `lytics/flow`.
    var name: KindName { get }
    /// One sentence for `weir explain`.
    var summary: String { get }
    /// Its fields as data.
    var shape: Shape { get }
    /// The field that people call its objects by.
    var nameField: String { get }
    /// The field that starts and stops it, if it has one.
    var lifecycle: Lifecycle? { get }
    /// How many objects of the kind an account takes at a time, where that is limited.
    var creationLimit: CreationLimit? { get }
    /// An example document for `weir explain`, which a test parses.
    var example: String { get }
    /// What people walk through, where it is a flow: nodes and edges that all platforms share.
    func graph(of resource: Resource) -> FlowGraph?
    /// Members of the platform's answers that nobody writes, and that a raw payload may repeat.
    var serverFields: [String] { get }

    /// The kind whose documents hold its resources, where it has no documents of its own.
    var parent: KindName? { get }
    /// Whether its objects are gone once their parent's is, without a call of their own.
    var goesWithParent: Bool { get }
    /// The resources that a document holds beside its own, as they are written.
    func children(of node: Node) -> [ChildPlace]
    /// Whether anything that stands in one of its documents may be a credential, so that no message
    /// shows it.
    var holdsCredentials: Bool { get }

    /// Decodes, checks and lowers one document; children come as resources of their own.
    func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource]

    /// What finds a live object that the ledger does not know; nil when nothing can.
    func naturalKey(of value: Value, address: Address) -> Value?

    /// Why two objects of one resource cannot exist at once, in words, so that a replace deletes
    /// the old one first; nil where they can, and the planner makes the new one first.
    var deletesFirst: String? { get }

    /// What the platform stops where an object of the kind is deleted; the same plan starts again
    /// what is managed, and the calls need not say it.
    var stopsDependents: [StoppedDependents] { get }

    /// Turns one change into calls, or refuses it with a reason; a replace is never asked for, as
    /// the planner makes it of a create and a delete.
    func calls(for change: Change) -> ChangeCalls

    /// What the wanted object needs beside its fields, as far as the live object could lack it.
    func effects(of change: Change) -> [Effect]

    /// Whether writing such a document says already that an object that exists is taken over.
    func takesOver(_ value: Value) -> Bool

    /// Why a live object is left to the platform when its file goes; nil where it is deleted.
    func reasonToLeave(_ object: ObservedResource) -> String?

    /// What an account cannot take of a resource, whatever is live, as far as its entry tells.
    func limits(of resource: Resource, account: Account) -> [Refusal]

    /// The read that shows one object again after it was written; `value` is what was wanted.
    func readBack(liveID: Value, value: Value, address: Address, account: Account) -> Read

    /// How it is found out whether a recorded object that no list shows exists.
    func existence(of recorded: RecordedResource, account: Account) -> Existence

    /// Why a live object does not do its work; nil where nothing shows that it does not. `now` is
    /// RFC 3339 in UTC.
    func trouble(of object: ObservedResource, now: String) -> Trouble?
}

extension Kind {
    /// `name`, unless the kind says otherwise.
    public var nameField: String { "name" }
    /// What people call an object by its fields; nil where it has no name.
    public func objectName(in value: Value) -> String? {
        value[nameField]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }
    /// Nothing, unless the kind says otherwise.
    public var serverFields: [String] { [] }
    /// None, unless the kind says otherwise.
    public func graph(of resource: Resource) -> FlowGraph? { nil }
    /// As many as one likes.
    public var creationLimit: CreationLimit? { nil }
    /// It has documents of its own.
    public var parent: KindName? { nil }
    /// They are gone.
    public var goesWithParent: Bool { true }
    /// None, unless the kind says otherwise.
    public func children(of node: Node) -> [ChildPlace] { [] }
    /// It may be shown.
    public var holdsCredentials: Bool { false }
    /// Its fields tell everything.
    public func effects(of change: Change) -> [Effect] { [] }
    /// What exists is taken over by `weir adopt` only.
    public func takesOver(_ value: Value) -> Bool { false }
    /// The read that shows one object again tells it.
    public func existence(of recorded: RecordedResource, account: Account) -> Existence {
        .byID(
            readBack(
                liveID: recorded.liveID, value: recorded.value, address: recorded.address,
                account: account))
    }
    /// Two of them can exist beside each other.
    public var deletesFirst: String? { nil }
    /// Nothing stops.
    public var stopsDependents: [StoppedDependents] { [] }
    /// An account takes everything.
    public func limits(of resource: Resource, account: Account) -> [Refusal] { [] }
    /// Everything can be deleted.
    public func reasonToLeave(_ object: ObservedResource) -> String? { nil }
    /// That people paused it.
    public func trouble(of object: ObservedResource, now: String) -> Trouble? {
        lifecycle?.pause(of: object)
    }
}

/// A resource that a document of another kind holds: its type and id, and where they are written.
public struct ChildPlace: Sendable, Hashable {
    /// The last but one part of its address, `variable`.
    public var type: String
    /// The last part of its address.
    public var id: String
    /// Where it is written.
    public var span: SourceSpan

    /// Names a child.
    public init(type: String, id: String, span: SourceSpan) {
        self.type = type
        self.id = id
        self.span = span
    }
}

/// So many new objects in a time that people know by a word.
public struct CreationLimit: Sendable, Hashable {
    /// How many.
    public var count: Int
    /// The time, `hour`.
    public var window: String

    /// Limits the making of objects.
    public init(count: Int, window: String) {
        self.count = count
        self.window = window
    }
}

/// A document as a kind gets it: parsed, patched, with its expressions taken apart.
public struct AuthoredDocument: Sendable {
    /// The address of the document.
    public var address: Address
    /// The whole tree; `kind`, `id`, `weir` and `$schema` are not the kind's.
    public var node: Node
    /// What the `weir:` block says.
    public var options: ResourceOptions
    /// Where the `id` stands.
    public var idSpan: SourceSpan
    /// The path of its file.
    public var file: String
    /// What the account's entry says, such as `wire`.
    public var accountOptions: Object
    /// Whether it is what the platform answered, given back: what it leaves out, the object lacks.
    public var isAnswer = false

    /// Describes a document.
    public init(
        address: Address, node: Node, options: ResourceOptions, idSpan: SourceSpan, file: String,
        accountOptions: Object = [:]
    ) {
        self.address = address
        self.node = node
        self.options = options
        self.idSpan = idSpan
        self.file = file
        self.accountOptions = accountOptions
    }
}

/// One change that a kind turns into calls.
public struct Change: Sendable {
    /// The resource.
    public var address: Address
    /// What is to happen.
    public var action: Action
    /// What the file wants, references resolved where their ids are known; nil for a delete.
    public var wanted: Value?
    /// The paths that differ, for an update or a new version.
    public var paths: [FieldPath]
    /// What we last applied.
    public var recorded: RecordedResource?
    /// What the platform shows.
    public var observed: ObservedResource?
    /// The account.
    public var account: Account
    /// The lifecycle value to reach, for lifecycle actions.
    public var target: String?

    /// Describes a change.
    public init(
        address: Address, action: Action, wanted: Value?, paths: [FieldPath] = [],
        recorded: RecordedResource? = nil, observed: ObservedResource? = nil, account: Account,
        target: String? = nil
    ) {
        self.address = address
        self.action = action
        self.wanted = wanted
        self.paths = paths
        self.recorded = recorded
        self.observed = observed
        self.account = account
        self.target = target
    }
}

/// What a kind makes of a change.
public struct ChangeCalls: Sendable {
    /// The calls in order.
    public var calls: [Call] = []
    /// Numbers given by now, to be kept by the ledger.
    public var given: Object = [:]
    /// Why the change cannot be carried out, each with the path it is about.
    public var refusals: [Refusal] = []
    /// What a reviewer should know.
    public var notes: [String] = []

    /// No calls yet.
    public init() {}
}

/// A reason why a change cannot be carried out, found before anything is sent.
public struct Refusal: Sendable, Hashable {
    /// The diagnostic's code.
    public var code: AnyDiagnosticCode
    /// The diagnostic's message.
    public var message: String
    /// The field it is about.
    public var path: FieldPath?
    /// What to do.
    public var help: String?

    /// Refuses something.
    public init(
        code: some DiagnosticCode, message: String, path: FieldPath? = nil, help: String? = nil
    ) {
        self.code = AnyDiagnosticCode(code)
        self.message = message
        self.path = path
        self.help = help
    }
}

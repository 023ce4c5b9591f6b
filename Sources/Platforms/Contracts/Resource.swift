public import Diagnostics
public import Documents

/// One thing the files want: an address and the canonical value of every authored field.
///
/// Fields the author left out are missing from `value`; `null` clears. References are `.captured`,
/// secrets `.secret`, texts with either in them `.joined`.
public struct Resource: Sendable {
    /// Its stable name.
    public let address: Address
    /// What it is.
    public let kind: KindName
    /// The authored fields, always an object.
    public package(set) var value: Value
    /// What it refers to, and so must exist before it.
    public package(set) var needs: [Need]
    /// The model that its kind made of it, where the kind keeps it.
    package var model: DecodedModel?
    /// The document as parsed, for finding the place of a field.
    public let node: Node
    /// The `weir:` block.
    public let options: ResourceOptions
    /// Where the document's `id` stands.
    public let span: SourceSpan
    /// The path of its file within the project.
    public let file: String
    /// What the elements of its lists were called, where `node` is not the document that says it.
    package let renames: [Rename]?

    /// Describes a wanted resource.
    public init(
        address: Address, kind: KindName, value: Value, needs: [Need], node: Node,
        options: ResourceOptions, span: SourceSpan, file: String, model: DecodedModel? = nil,
        renames: [Rename]? = nil
    ) {
        self.address = address
        self.kind = kind
        self.value = value
        self.needs = needs
        self.model = model
        self.node = node
        self.options = options
        self.span = span
        self.file = file
        self.renames = renames
    }
}

/// A reference from one resource to another, with its place.
public struct Need: Sendable, Hashable {
    /// What is referred to.
    public let address: Address
    /// Where the reference stands.
    public let span: SourceSpan

    /// Refers to a resource.
    public init(_ address: Address, span: SourceSpan) {
        self.address = address
        self.span = span
    }
}

/// What a `weir:` block says: ours, not the platform's.
public struct ResourceOptions: Sendable, Equatable {
    /// What happens on the platform when the file goes.
    public enum OnRemove: String, Sendable, CaseIterable {
        case drain, delete, forget

        /// What happens, in a sentence.
        public var meaning: String {
            switch self {
            case .drain: "Takes nobody in any more; who is inside finishes."
            case .delete: "Deletes the object, whoever is inside."
            case .forget: "Leaves the object alone, and Weir forgets it."
            }
        }
    }

    /// Refuses delete, replace, kill and drain.
    public var isProtected = false
    /// Paths left to the platform.
    public var ignored: [FieldPath] = []
    /// The address this resource had before.
    public var was: Address?
    /// The live object's id, where it differs from what would be looked for.
    public var live: String?
    /// We use it and never write it.
    public var isExternal = false
    /// What happens when the file goes; nil for the kind's own rule.
    public var onRemove: OnRemove?
    /// Extra order.
    public var after: [Need] = []

    /// A block that says nothing.
    public init() {}
}

/// What a platform shows of an object now.
public struct ObservedResource: Sendable, Equatable {
    /// The account it is in.
    public var account: String
    /// What it is.
    public var kind: KindName
    /// Its id on the platform.
    public var liveID: Value
    /// What tells it from others where the id is not known, `["Braze", "braze_export"]`.
    public var naturalKey: Value
    /// Natural keys that a document may have for the same object, where it can name things in
    /// several ways.
    public var otherNaturalKeys: [Value] = []
    /// Every field it has, in canonical form.
    public var value: Value
    /// The model that its kind read, where the kind keeps it.
    package var model: DecodedModel?
    /// The object as answered, for overlays and for fields nobody wrote.
    public var raw: Value
    /// What its kind wants to remember for its calls: versions, wire form.
    public var facts: Facts
    /// The fields by which it runs, where they may be older than `value`: a published snapshot.
    public var running: Value?
    /// When it was made, where the platform tells that.
    public var createdAt: Timestamp?
    /// The number of this version, where the platform numbers versions.
    public var version: Int64?
    /// Elements that the ledger calls otherwise, and a file as they are called here: the platform has
    /// no names for them.
    public var renamed: [Rename] = []
    /// A newer version in draft beside it, which acts on nobody; writes of fields go to that one.
    public var draft: ObservedResource? {
        get { drafts.first }
        set { drafts = newValue.map { [$0] } ?? [] }
    }
    /// Of a draft the older version that acts on people, or did last.
    public var acting: ObservedResource? {
        get { actings.first }
        set { actings = newValue.map { [$0] } ?? [] }
    }
    private var drafts: [ObservedResource] = []
    private var actings: [ObservedResource] = []

    /// Describes an observed object.
    public init(
        account: String, kind: KindName, liveID: Value, naturalKey: Value, value: Value,
        raw: Value, facts: Facts = Facts(), running: Value? = nil, createdAt: Timestamp? = nil,
        model: DecodedModel? = nil
    ) {
        self.account = account
        self.kind = kind
        self.liveID = liveID
        self.naturalKey = naturalKey
        self.value = value
        self.raw = raw
        self.facts = facts
        self.running = running
        self.createdAt = createdAt
        self.model = model
    }
}

/// Something a platform only lets us read, found by name: a segment, a provider, a workflow.
public struct LookupRow: Sendable, Equatable {
    /// What it is, `lytics/segment`.
    public var kind: KindName
    /// Its id on the platform.
    public var id: Value
    /// The names it answers to: slug, display name.
    public var names: [String]
    /// Its other fields.
    public var fields: Object

    /// Describes something looked up.
    public init(kind: KindName, id: Value, names: [String], fields: Object = [:]) {
        self.kind = kind
        self.id = id
        self.names = names
        self.fields = fields
    }
}

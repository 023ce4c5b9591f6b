public import Documents

/// What the ledger holds of a resource, and what it is to hold once a row of a plan is done.
///
/// A field has four sides: *wanted* (the file), *written* (what was last sent), *returned* (what
/// the platform made of it) and *live*.
public struct RecordedResource: Sendable, Hashable {
    /// Its stable name.
    public var address: Address
    /// What it is.
    public var kind: KindName
    /// The object's id on the platform; in a plan `.captured` where a row makes the object.
    public var liveID: Value
    /// The managed fields as they were last written; nil where that is not known: of an adopted
    /// object, or in a ledger of format 1.
    public var written: Value?
    /// The managed fields as the platform returned them after the last write.
    public var returned: Value
    /// Numbers given once, such as a step's id by its slug.
    public var given: Object
    /// Keyed digests of secret values, by field path.
    public var digests: [String: String]
    /// Whether it was protected when last applied.
    public var isProtected: Bool
    /// What its file said about removal.
    public var onRemove: ResourceOptions.OnRemove?
    /// The file it came from.
    public var file: String
    /// The addresses it referred to, for the order of deletes.
    public var needs: [Address]
    /// The file's lifecycle value that was met and not carried out, such as by an adoption; it
    /// stays so until the file says another or `--restart` is given.
    public var heldLifecycle: String?
    /// Where the platform kept something that means another thing than what was written.
    public var keptOtherwise: [KeptField]
    /// Fields that were ours once and are not written any more.
    public var released: [FieldPath]
    /// Ids of older objects of this resource that are still to be deleted.
    public var orphans: [Value]
    /// Effects that an interrupted run was to bring about and did not, as far as is known; in a
    /// plan those that the row brings about.
    public var unfinished: [FieldPath]
    /// The lifecycle value that a plan gives it back once its deletes have stopped it.
    public var resumption: Resumption?

    /// Describes a resource of which it is known what was written and what came back.
    public init(
        address: Address, kind: KindName, liveID: Value, written: Value?, returned: Value,
        given: Object = [:], digests: [String: String] = [:], isProtected: Bool = false,
        onRemove: ResourceOptions.OnRemove? = nil, file: String = "", needs: [Address] = [],
        heldLifecycle: String? = nil, keptOtherwise: [KeptField] = [],
        released: [FieldPath] = [], orphans: [Value] = [], unfinished: [FieldPath] = [],
        resumption: Resumption? = nil
    ) {
        self.address = address
        self.kind = kind
        self.liveID = liveID
        self.written = written
        self.returned = returned
        self.given = given
        self.digests = digests
        self.isProtected = isProtected
        self.onRemove = onRemove
        self.file = file
        self.needs = needs
        self.heldLifecycle = heldLifecycle
        self.keptOtherwise = keptOtherwise
        self.released = released
        self.orphans = orphans
        self.unfinished = unfinished
        self.resumption = resumption
    }

    /// Describes a resource that came back as it was written.
    public init(
        address: Address, kind: KindName, liveID: Value, value: Value, given: Object = [:],
        digests: [String: String] = [:], isProtected: Bool = false,
        onRemove: ResourceOptions.OnRemove? = nil, file: String = "", needs: [Address] = []
    ) {
        self.init(
            address: address, kind: kind, liveID: liveID, written: value, returned: value,
            given: given, digests: digests, isProtected: isProtected, onRemove: onRemove,
            file: file, needs: needs)
    }

    /// What was last applied: as written, or as returned where that is all that is known.
    public var value: Value { written ?? returned }

    /// Whether nothing is known but that it exists: the run that wrote it was cut off.
    public var isProvisional: Bool { value.object?.isEmpty ?? true }

    /// Whether a run that wrote it was interrupted, and nobody knows that everything is there.
    public var isUnfinished: Bool { isProvisional || !unfinished.isEmpty }
}

/// A field of which the platform kept something that means another thing than what was written.
public struct KeptField: Sendable, Hashable {
    /// Which field.
    public var path: FieldPath
    /// What was sent.
    public var written: Value?
    /// What came back.
    public var returned: Value?
    /// Whether `--accept-kept` took it as it is, for as long as neither side changes.
    public var isAccepted: Bool

    /// Describes what became of a field.
    public init(path: FieldPath, written: Value?, returned: Value?, isAccepted: Bool = false) {
        self.path = path
        self.written = written
        self.returned = returned
        self.isAccepted = isAccepted
    }
}

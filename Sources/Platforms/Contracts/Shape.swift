public import Documents

/// A kind's fields as plain data: what the diff, JSON Schema and `weir explain` need to know.
public struct Shape: Sendable, Equatable {
    /// The fields in the order they are described.
    public var fields: [Field]
    /// Whether fields beyond these are kept and passed through instead of refused.
    public var keepsRest: Bool
    /// The field whose word decides which fields with `Rules.only` exist.
    public var tag: String?

    /// Collects fields.
    public init(fields: [Field] = [], keepsRest: Bool = false, tag: String? = nil) {
        self.fields = fields
        self.keepsRest = keepsRest
        self.tag = tag
    }

    /// The field of a name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// One field: its name on the platform, its type, its rules and one sentence about it.
public struct Field: Sendable, Equatable {
    /// The platform's own name.
    public let name: String
    /// What it holds.
    public let type: FieldType
    /// What holds for it beyond its type.
    public let rules: Rules
    /// One sentence.
    public let summary: String
    /// What each word that it takes means, where that is known.
    public var meanings: [String: String] = [:]

    /// Describes a field.
    public init(name: String, type: FieldType, rules: Rules, summary: String) {
        self.name = name
        self.type = type
        self.rules = rules
        self.summary = summary
    }
}

/// What a field holds, in its canonical form.
public indirect enum FieldType: Sendable, Equatable {
    case text
    case bool
    case int
    case double
    /// Written `72h`; canonical form: whole nanoseconds.
    case duration
    /// RFC 3339; canonical form: the text in UTC with a `Z`.
    case timestamp
    /// One of some words.
    case word([String])
    /// The live id of another resource or lookup.
    case reference(KindName, Plain)
    /// Anything; passes through untouched.
    case any
    case object(Shape)
    /// A list; with a key its elements are told apart by that field and order means nothing.
    case list(FieldType, key: String?)
    /// A map with free keys.
    case map(FieldType)
}

/// What a plain text in a reference field is.
public enum Plain: String, Sendable, Equatable {
    /// The object's id on the platform.
    case liveID
    /// The object's name or slug.
    case name
    /// Either; the id is tried first.
    case either
}

/// What holds for a field beyond its type; everything is off unless said.
public struct Rules: Sendable, Equatable {
    /// How a change is carried out on an object that is running.
    public enum OnRunning: Sendable, Equatable {
        case inPlace
        case newVersion
    }

    /// Whether the field must be written.
    public var isRequired = false
    /// Whether a new object must have it, while one that exists may leave it out.
    public var isNeededToCreate = false
    /// What the platform sets where nothing is written.
    public var defaultValue: Value?
    /// Set by the platform only; writing it is an error.
    public var isReadOnly = false
    /// A change means delete and create.
    public var isImmutable = false
    /// Must be `${secret.…}`; compared by digest, never shown.
    public var isSecret = false
    /// The platform never returns it; compared with what was last applied.
    public var isWriteOnly = false
    /// A list whose order means nothing.
    public var isUnordered = false
    /// Whether elements of a keyed list may have one key, because the kind makes one of them.
    public var joinsTwins = false
    /// Has no empty form: `null` is an error.
    public var isNeverNull = false
    /// A map whose members are all ours: one that only the platform has is a difference.
    public var isWhole = false
    /// The field that starts, pauses and stops the object; its changes are rows of their own.
    public var isLifecycle = false
    /// How a change is carried out on a running object.
    public var onRunning = OnRunning.inPlace
    /// The words of the tag field (`type_hint`) for which this field exists; empty for all.
    public var only: [String] = []
    /// The fields of which only one can be written: this one, or one of these.
    public var insteadOf: [String] = []
    /// A list whose elements their author names, and which may say what they were called: `was`.
    public var isRenamable = false
    /// The list of the document whose elements the field names by their key.
    public var elementOf: String?
    /// The lookup that the text is a name of: it stays as it is, and is checked where it is new.
    public var named: KindName?
    /// The members of a free map that name something looked up.
    public var namedMembers: [NamedMember] = []
    /// What authors may write instead of the canonical form; the kind rewrites it before decoding.
    public var spellings: [Spelling] = []

    /// Rules that say nothing.
    public init() {}

    /// Changes some rules: `.with { $0.isRequired = true }`.
    public static func with(_ change: (inout Rules) -> Void) -> Rules {
        var rules = Rules()
        change(&rules)
        return rules
    }

    /// No rule at all.
    public static let none = Rules()
    /// Must be written.
    public static let required = Rules.with { $0.isRequired = true }
    /// Must be written to create an object.
    public static let neededToCreate = Rules.with {
        $0.isNeededToCreate = true
        $0.isNeverNull = true
    }
    /// A change means replace.
    public static let immutable = Rules.with { $0.isImmutable = true }
    /// Must be written, and a change means replace.
    public static let identity = Rules.with {
        $0.isRequired = true
        $0.isImmutable = true
    }
    /// Set by the platform.
    public static let readOnly = Rules.with { $0.isReadOnly = true }

    /// The same of a text that is the name of something looked up.
    package func naming(_ kind: KindName) -> Rules {
        var rules = self
        rules.named = kind
        return rules
    }

    /// The same of a free map with a member that is the name of something looked up.
    package func naming(_ kind: KindName, in key: String, isCertain: Bool) -> Rules {
        var rules = self
        rules.namedMembers.append(NamedMember(key: key, kind: kind, isCertain: isCertain))
        return rules
    }

    /// The same of a list whose elements their author names.
    package var renamable: Rules {
        var rules = self
        rules.isRenamable = true
        return rules
    }

    /// The same of a field that names elements of a list of the document.
    package func leading(to list: String) -> Rules {
        var rules = self
        rules.elementOf = list
        return rules
    }

    /// Exists only for some words of the tag field.
    public static func only(_ words: String...) -> Rules { .with { $0.only = words } }
    /// Has a default on the platform.
    public static func defaulting(_ value: Value) -> Rules { .with { $0.defaultValue = value } }
}

/// A member of a free map that is the name of something looked up.
public struct NamedMember: Sendable, Equatable {
    /// The member.
    public let key: String
    /// What it names one of.
    public let kind: KindName
    /// Whether it can be nothing else, so that a name that nothing has is an error.
    public let isCertain: Bool
}

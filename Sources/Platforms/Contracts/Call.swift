public import Diagnostics
public import Documents

/// One HTTP request as data; paths, queries and bodies may hold values known later.
public struct Request: Sendable, Hashable {
    /// The methods that the platforms use.
    public enum Method: String, Sendable, CaseIterable { case get, post, put, patch, delete }

    /// What a request carries.
    public indirect enum Body: Sendable, Hashable {
        case none
        case value(Value)
        /// Our fields over the object that an earlier call of the row read just before.
        case over(Overlay)

        /// What of it is ours; nil where it carries nothing.
        public var own: Value? {
            switch self {
            case .none: nil
            case .value(let value): value
            case .over(let overlay): overlay.ours
            }
        }
    }

    /// The method.
    public var method: Method
    /// The parts of the path, encoded one by one.
    public var path: [Value]
    /// The query's members.
    public var query: Object
    /// What it carries.
    public var body: Body

    /// Describes a request.
    public init(_ method: Method, _ path: [Value], query: Object = [:], body: Body = .none) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
    }
}

/// The body of a platform whose update replaces the whole: ours over what was read.
///
/// Objects are merged member by member, lists are ours as a whole, except lists named in `lists`,
/// whose elements are merged with the read element of the same key and tag.
public struct Overlay: Sendable, Hashable {
    /// How the elements of one list are told apart.
    public struct Keyed: Sendable, Hashable {
        /// The member that names an element.
        public var key: String
        /// A member that must be equal too, or else the read element is not kept.
        public var tag: String?

        /// Tells elements apart by a member.
        public init(key: String, tag: String? = nil) {
            self.key = key
            self.tag = tag
        }
    }

    /// Where the read object was captured.
    public var read: Slot
    /// Top-level members of the read object that are the platform's and not sent back.
    public var dropping: [String]
    /// The only top-level members of the read object that are sent back; nil where all others are.
    public var keeping: [String]?
    /// Our members.
    public var ours: Value
    /// Lists whose elements are merged one by one, by their top-level name.
    public var lists: [String: Keyed]
    /// Lists of the read object that are sent back under another name, where they are not ours.
    public var renamed: [Renamed]
    /// Whether a member of ours that is null takes the read one out, and neither is sent.
    public var omitsNull: Bool
    /// What the plan shows as kept: paths of the observed object that we do not write; nil where
    /// no object was observed.
    public var kept: [String]?

    /// Whether a top-level member of the read object is sent back where it is not ours.
    public func sendsBack(_ name: String) -> Bool {
        !dropping.contains(name) && keeping?.contains(name) ?? true
    }

    /// Describes an overlay.
    public init(
        read: Slot, dropping: [String] = [], keeping: [String]? = nil, ours: Value,
        lists: [String: Keyed] = [:], renamed: [Renamed] = [], omitsNull: Bool = false,
        kept: [String]? = nil
    ) {
        self.read = read
        self.dropping = dropping
        self.keeping = keeping
        self.ours = ours
        self.lists = lists
        self.renamed = renamed
        self.omitsNull = omitsNull
        self.kept = kept
    }
}

/// A way into an opened answer; `only` must find exactly one element.
public indirect enum Selector: Sendable, Hashable {
    case whole
    case at(String, Selector)
    case only(Condition, Selector)
}

extension Selector {
    /// A member of the whole.
    package static func member(_ name: String) -> Selector { .at(name, .whole) }
}

/// A claim about an opened answer.
public indirect enum Condition: Sendable, Hashable {
    case equal(Selector, Value)
    case oneOf(Selector, [Value])
    case greater(Selector, Value)
    case exists(Selector)
    case all([Condition])
    case any([Condition])
    case not(Condition)
}

/// Puts a part of an opened answer where later calls find it.
public struct Capture: Sendable, Hashable {
    /// Where it goes.
    public var slot: Slot
    /// Which part.
    public var from: Selector

    /// Captures a part of an answer.
    public init(_ slot: Slot, from: Selector) {
        self.slot = slot
        self.from = from
    }
}

/// How to find out whether a call with an unknown outcome was carried out.
///
/// The read's answer is one object or a list; the elements that match and are not yet in the plan
/// or the ledger are counted: one is done, none is not done, more cannot be told.
public struct Probe: Sendable, Hashable {
    /// What to read.
    public var read: Request
    /// Which element is ours.
    public var matches: Condition
    /// What the call would have captured.
    public var captures: [Capture]

    /// Describes a probe.
    public init(read: Request, matches: Condition, captures: [Capture] = []) {
        self.read = read
        self.matches = matches
        self.captures = captures
    }
}

/// How a call may be repeated when its outcome is unknown.
public enum Again: Sendable, Hashable {
    /// Repeating changes nothing.
    case safe
    /// Look first.
    case probe(Probe)
    /// Never; with the reason.
    case never(String)
}

/// A claim that an answer must fulfil before the row goes on.
public struct Expectation: Sendable, Hashable {
    /// What must hold.
    public var condition: Condition
    /// The diagnostic's code when it does not.
    public var code: AnyDiagnosticCode
    /// The diagnostic's message when it does not.
    public var message: String

    /// Describes an expectation.
    public init(_ condition: Condition, code: some DiagnosticCode, message: String) {
        self.condition = condition
        self.code = AnyDiagnosticCode(code)
        self.message = message
    }
}

/// One call of a row: a request, what it says in words, and how its answer is used.
public struct Call: Sendable, Hashable {
    /// The summary that the confirmation gate shows: `create the draft`.
    public var summary: String
    /// The request.
    public var request: Request
    /// Statuses other than 2xx that count as success, such as 404 for a delete.
    public var accepts: [Int]
    /// Statuses of a refusal that ends the call alone: a later call of the row does it otherwise.
    public var yieldsTo: [Int]
    /// What makes it needless; nil where it is always sent.
    public var unless: Unless?
    /// What its answer gives to later calls.
    public var captures: [Capture]
    /// What its answer must fulfil.
    public var expects: [Expectation]
    /// What its answer should fulfil; where it does not, that is told and the row goes on.
    public var remarks: [Expectation]
    /// How it may be repeated.
    public var again: Again
    /// What to do where the platform refuses it, if the kind knows.
    public var advice: String?
    /// Seconds to ask again while `expects` does not hold yet; 0 asks once. Reads only.
    public var patience: Int
    /// What it brings about that no field tells, where there is such a thing: the path of an
    /// `Effect` of the kind.
    public var effect: FieldPath?

    /// Describes a call.
    public init(
        _ summary: String, _ request: Request, accepts: [Int] = [], yieldsTo: [Int] = [],
        unless: Unless? = nil, captures: [Capture] = [], expects: [Expectation] = [],
        remarks: [Expectation] = [], again: Again = .safe, advice: String? = nil,
        patience: Int = 0, effect: FieldPath? = nil
    ) {
        self.summary = summary
        self.request = request
        self.accepts = accepts
        self.yieldsTo = yieldsTo
        self.unless = unless
        self.captures = captures
        self.expects = expects
        self.remarks = remarks
        self.again = again
        self.advice = advice
        self.patience = patience
        self.effect = effect
    }

    /// Whether it only reads.
    public var isRead: Bool { request.method == .get }
}

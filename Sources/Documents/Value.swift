/// A value as platforms, plans and the ledger hold it: JSON, plus what is known only later.
///
/// Numbers are exact: an integer is never turned into a double (365 days in nanoseconds exceed
/// 2^53). `captured`, `joined` and `secret` never reach a platform: the applier fills them in.
public enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case text(String)
    case list([Value])
    case object(Object)
    /// A whole value that a call of another row will capture, such as a new object's id.
    indirect case captured(Slot)
    /// A text put together from parts of which some are known later.
    case joined([Value])
    /// A secret by its name; its value exists in the vault alone.
    case secret(String)
}

/// Names a value that becomes known when a row is applied: `lytics/job/braze_welcome` and `id`.
public struct Slot: Hashable, Sendable, Comparable {
    /// The address of the resource whose call captures the value.
    public let address: String
    /// The captured field, nearly always `id`.
    public let name: String

    /// Names a field of a resource.
    public init(_ address: String, _ name: String = "id") {
        self.address = address
        self.name = name
    }

    /// Orders by address, then name.
    public static func < (left: Slot, right: Slot) -> Bool {
        (left.address, left.name) < (right.address, right.name)
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByFloatLiteral
{
    /// Makes a text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Makes an integer.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// Makes a boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes a list.
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    /// Makes an object; a repeated key keeps its last value.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Object(elements))
    }
    /// Makes a double.
    public init(floatLiteral value: Double) { self = .double(value) }
}

extension Value {
    /// The text, if this is one.
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The integer, if this is one.
    public var int: Int64? { if case .int(let int) = self { int } else { nil } }
    /// The boolean, if this is one.
    public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    /// The elements, if this is a list.
    public var list: [Value]? { if case .list(let list) = self { list } else { nil } }
    /// The members, if this is an object.
    public var object: Object? { if case .object(let object) = self { object } else { nil } }
    /// Whether this is null.
    public var isNull: Bool { self == .null }

    /// The number as a double, if this is one of the two kinds of number.
    public var number: Double? {
        switch self {
        case .int(let int): Double(int)
        case .double(let double): double
        default: nil
        }
    }

    /// The member of an object; nil for other values and missing members.
    public subscript(_ key: String) -> Value? { object?[key] }
}

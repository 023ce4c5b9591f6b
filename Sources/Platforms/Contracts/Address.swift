/// The stable name of one resource: `account/type/id`; children continue it.
public struct Address: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The whole address, `lytics/flow/welcome_series`.
    public let text: String

    /// Takes an address as written.
    public init(_ text: String) { self.text = text }

    /// Names a resource of an account.
    public init(account: String, type: String, id: String) { text = "\(account)/\(type)/\(id)" }

    /// Names a child: `frontline/agent/support` and `variable`, `order_number`.
    public func child(type: String, id: String) -> Address { Address("\(text)/\(type)/\(id)") }

    /// The parts between the slashes.
    public var parts: [Substring] { text.split(separator: "/", omittingEmptySubsequences: false) }
    /// The account's name in `weir.yaml`.
    public var account: String {
        text.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } ?? text
    }
    /// The type of the resource itself, the last but one part.
    public var type: String { parts.count > 1 ? String(parts[parts.count - 2]) : "" }
    /// The address that a child's continues; nil for what is no child.
    public var parent: Address? {
        let parts = parts
        return parts.count > 3 ? Address(parts.dropLast(2).joined(separator: "/")) : nil
    }
    /// The author's id, the last part.
    public var id: String { parts.last.map(String.init) ?? "" }
    /// The whole address.
    public var description: String { text }

    /// Orders by text.
    public static func < (left: Address, right: Address) -> Bool { left.text < right.text }
}

/// The name of a kind: a platform and a type, `lytics/flow`.
public struct KindName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The platform, `lytics`.
    public let platform: String
    /// The type within the platform, `flow`.
    public let type: String

    /// Names a kind.
    public init(_ platform: String, _ type: String) {
        self.platform = platform
        self.type = type
    }

    /// `platform/type`, as written behind `kind:`.
    public var description: String { "\(platform)/\(type)" }

    /// Orders by platform, then type.
    public static func < (left: KindName, right: KindName) -> Bool {
        (left.platform, left.type) < (right.platform, right.type)
    }
}

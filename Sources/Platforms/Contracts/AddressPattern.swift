/// Addresses told by their parts, where `*` stands for any text within a part: `lytics/job/*`.
public struct AddressPattern: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as written.
    public let text: String

    /// Every address there is.
    public static let all = AddressPattern("**")

    /// Takes a pattern as written.
    public init(_ text: String) { self.text = text }

    /// The pattern as written.
    public var description: String { text }

    /// Whether an address as typed is a pattern.
    public static func isPattern(_ address: Address) -> Bool { address.text.contains("*") }

    /// Whether an address has as many parts and each is as the pattern says.
    public func matches(_ address: Address) -> Bool {
        if self == .all { return true }
        let (wanted, parts) = (Address(text).parts, address.parts)
        return wanted.count == parts.count
            && zip(wanted, parts).allSatisfy { Self.matches($0, $1) }
    }

    private static func matches(_ pattern: Substring, _ part: Substring) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
            return pattern == part
        }
        guard part.hasPrefix(first), part.hasSuffix(last), part.count >= first.count + last.count
        else { return false }
        var rest = part.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}

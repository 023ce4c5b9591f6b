/// A form in which authors may write a field beside its canonical one.
///
/// The kind itself rewrites it; editors and `weir explain` learn of it from here.
public enum Spelling: Sendable, Equatable {
    /// A keyed list as a map by that key; an element without further fields may be null.
    case mapByKey
    /// An element of a keyed list as the text of its key alone.
    case keyAlone
    /// The key of a keyed list's elements by another name.
    case keyNamed(String)
    /// An object as the text of its first field alone.
    case first
    /// A list of maps with these fields.
    case list(of: Shape)
    /// A list of one text as that text alone.
    case single
    /// A duration in ISO 8601, `P3D`.
    case period
}

extension Rules {
    /// The same rules for a field beside which none of these can be written.
    public func insteadOf(_ names: String...) -> Rules {
        var rules = self
        rules.insteadOf = names
        return rules
    }

    /// The same rules for a field that may be written in other forms as well.
    public func or(_ spellings: Spelling...) -> Rules {
        var rules = self
        rules.spellings += spellings
        return rules
    }
}

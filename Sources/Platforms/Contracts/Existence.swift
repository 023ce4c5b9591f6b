public import Documents

/// How it is found out whether an object that no list shows exists.
public enum Existence: Sendable, Hashable {
    /// By a read of the one object, whose 404 says that it does not.
    case byID(Read)
    /// By reading the list once more after so long, as nothing reads one object; only two lists
    /// that agree make it missing.
    case byList(after: Duration)
}

extension Value {
    /// What an id is compared by: a platform may write one as a number here and a text there.
    public var idText: String { text ?? canonicalJSON }
}

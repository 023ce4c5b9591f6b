import Documents
import Platforms

/// What is known to have been applied of one field: what was written and what came back.
struct Applied {
    /// What was last sent; nil where the field was not.
    var written: Value?
    /// What the platform made of it.
    var returned: Value?
    /// Whether it is known what was sent; else all that is known is what came back.
    var knowsWritten: Bool

    /// What was applied of a whole resource; of one that is not recorded nothing is known.
    init(_ recorded: RecordedResource?) {
        self.init(
            written: recorded?.written, returned: recorded?.returned,
            knowsWritten: recorded?.written != nil)
    }

    init(written: Value?, returned: Value?, knowsWritten: Bool) {
        self.written = written
        self.returned = returned
        self.knowsWritten = knowsWritten
    }

    /// What was last applied: as sent, or as it came back where that is all that is known.
    var value: Value? { knowsWritten ? written : returned }

    /// Whether the field was ours.
    var isOurs: Bool { value != nil }

    /// The sides of a member of an object.
    func member(_ name: String) -> Applied {
        Applied(
            written: written?[name], returned: returned?[name], knowsWritten: knowsWritten)
    }

    /// Whether the author now means another thing.
    func isEdited(to wanted: Value?, _ type: SortedType, _ rules: Rules) -> Bool {
        let sameness = knowsWritten ? Sameness.wholeExact : .spelling
        return !sameness.holds(wanted, value, type, rules)
    }

    /// Whether the platform now shows something else than it made of our last write.
    func isChanged(to live: Value?, _ type: SortedType, _ rules: Rules) -> Bool {
        !Sameness.spelling.holds(returned, live, type, rules)
    }

    /// Whether what is live is all that the author wants.
    ///
    /// The elements of an edited list are compared as a whole: a member may have been taken out.
    func isReached(_ wanted: Value, by live: Value?, _ type: SortedType, _ rules: Rules) -> Bool {
        guard knowsWritten else { return Sameness.spelling.holds(wanted, live, type, rules) }
        guard Sameness.exact.holds(wanted, live, type, rules) else { return false }
        return wanted.list == nil || !isOurs || !isEdited(to: wanted, type, rules)
            || Sameness.wholeExact.holds(wanted, live, type, rules)
    }
}

/// The same of a list whose elements are told apart by a member.
struct AppliedElements {
    private var written: KeyedElements
    private var returned: KeyedElements
    private let knowsWritten: Bool

    init(_ applied: Applied, key: String) {
        written = KeyedElements(applied.written?.list ?? [], key: key)
        returned = KeyedElements(applied.returned?.list ?? [], key: key)
        knowsWritten = applied.knowsWritten
    }

    /// The sides of the element of a name, looked for first at a position.
    mutating func take(_ name: String?, near position: Int) -> Applied {
        Applied(
            written: written.take(name, near: position),
            returned: returned.take(name, near: position), knowsWritten: knowsWritten)
    }
}

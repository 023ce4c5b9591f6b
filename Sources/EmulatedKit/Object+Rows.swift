package import Documents

extension Object {
    /// The members that are the emulator's own notes left out.
    package var visible: Object { Object(members: members.filter { !$0.key.hasPrefix("_") }) }

    /// A copy with members of another object laid over.
    package func merging(_ other: Object) -> Object { Object(members: members + other.members) }
}

import Documents

extension Object {
    /// A copy with the members of another one, which win.
    func merging(_ other: Object) -> Object {
        other.reduce(into: self) { $0[$1.key] = $1.value }
    }
}

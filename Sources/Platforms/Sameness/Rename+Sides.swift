import Documents

extension Object {
    /// What was given to elements by their names, such as numbers, by the names as they are now.
    func renamingGiven(_ rename: Rename) -> Object {
        guard rename.list.parts.count == 1 else { return self }
        return Object(
            members: members.map { member in
                if let inner = member.value.object {
                    return Object.Member(member.key, .object(inner.renamingGiven(rename)))
                }
                let isOld = member.key == rename.old
                return Object.Member(isOld ? rename.new : member.key, member.value)
            })
    }
}

extension FieldPath {
    /// The path as it is once an element on it has its new name.
    func renaming(_ rename: Rename) -> FieldPath {
        let count = rename.list.parts.count
        guard parts.count > count, Array(parts[..<count]) == rename.list.parts,
            parts[count] == rename.old
        else { return self }
        return FieldPath(rename.list.parts + [rename.new] + parts[(count + 1)...])
    }
}

extension RecordedResource {
    /// The same with an element called as it is now.
    public func renaming(_ rename: Rename, _ type: SortedType) -> RecordedResource {
        var record = self
        record.written = written.map { type.renaming(rename, in: $0) }
        record.returned = type.renaming(rename, in: returned)
        record.given = given.renamingGiven(rename)
        record.digests = Dictionary(
            digests.map {
                (
                    (FieldPath(parsing: $0.key) ?? FieldPath([$0.key])).renaming(rename)
                        .description, $0.value
                )
            }
        ) { first, _ in first }
        record.released = released.map { $0.renaming(rename) }
        record.unfinished = unfinished.map { $0.renaming(rename) }
        record.keptOtherwise = keptOtherwise.map { kept in
            var kept = kept
            kept.path = kept.path.renaming(rename)
            return kept
        }
        return record
    }
}

extension ObservedResource {
    /// The same with an element called as it is to be called.
    public func renaming(_ rename: Rename, _ type: SortedType) -> ObservedResource {
        var object = self
        object.value = type.renaming(rename, in: value)
        object.running = running.map { type.renaming(rename, in: $0) }
        object.facts = Facts(
            Object(
                members: facts.members.map { fact in
                    let inner = fact.value.object.map { Value.object($0.renamingGiven(rename)) }
                    return Object.Member(fact.key, inner ?? fact.value)
                }))
        object.draft = draft?.renaming(rename, type)
        object.acting = acting?.renaming(rename, type)
        return object
    }
}

import Diagnostics
import Documents
import Platforms

/// Elements of lists that are called otherwise than before: no side of a plan has one twice.
extension PlanBuilder {
    /// Calls the elements on every side of a resource as its file does.
    mutating func rename(_ subject: inout Subject) {
        for rename in subject.observed?.renamed ?? [] {
            subject.recorded = subject.recorded?.renaming(rename, subject.type)
        }
        for rename in world.renames(in: subject.resource) {
            guard !subject.type.has(rename.old, in: rename.list, of: subject.value) else {
                reportBothWritten(rename)
                continue
            }
            let isKnown = carryOut(rename, &subject)
            if !isKnown, subject.recorded != nil {
                note(
                    about: subject.address,
                    "`was: \(rename.old)` on `\(rename.path)` of `\(subject.address)` is no longer "
                        + "needed here")
            }
        }
    }

    /// Renames an element where the ledger or the platform has it by its old name; false where none.
    private func carryOut(_ rename: Rename, _ subject: inout Subject) -> Bool {
        let type = subject.type
        let isOld = { (value: Value?) -> Bool in
            value.map {
                type.has(rename.old, in: rename.list, of: $0)
                    && !type.has(rename.new, in: rename.list, of: $0)
            } ?? false
        }
        let (isRecorded, isLive) = (isOld(subject.recorded?.value), isOld(subject.observed?.value))
        if isRecorded { subject.recorded = subject.recorded?.renaming(rename, type) }
        if isLive {
            subject.observed = subject.observed?.renaming(rename, type)
            subject.renamed.append(rename)
        }
        return isRecorded || isLive
    }

    private mutating func reportBothWritten(_ rename: Rename) {
        report.add(
            .error(
                PlanCode.moveRefused,
                "`\(rename.old)` cannot become `\(rename.new)`: both are written", at: rename.span,
                help: "remove `was`"))
    }

    /// The names that the platform has and the file does not have any more.
    func renames(of subject: Subject) -> [Difference] {
        subject.renamed.map { rename in
            let key = subject.type.key(of: rename.list) ?? ""
            let rules = subject.type.rules(along: rename.path.appending(key).parts[...])
            let cause = fixedCause(subject) ?? .intended
            return Difference(
                change: FieldChange(
                    path: rename.path.appending(key), cause: cause, before: .text(rename.old),
                    after: .text(rename.new), recorded: .text(rename.old)),
                isImmutable: rules.contains(where: \.isImmutable),
                makesVersion: rules.contains { $0.onRunning == .newVersion })
        }
    }
}

extension SortedType {
    /// The member that names the elements of a list.
    fileprivate func key(of list: FieldPath) -> String? {
        type(at: list.parts[...]).element.key
    }

    /// A live value in which elements are called as a plan's row calls them.
    func renaming(_ row: PlanRow, in live: Value) -> Value {
        row.fields.compactMap(rename).reduce(live) { renaming($1, in: $0) }
    }

    /// The rename that a difference tells; nil where it is another one.
    func rename(_ field: FieldChange) -> Rename? {
        let parts = field.path.parts
        guard parts.count > 2, let old = field.before?.text, let new = field.after?.text,
            new == parts[parts.count - 2], old != new
        else { return nil }
        let list = FieldPath(Array(parts.dropLast(2)))
        return key(of: list) == parts.last ? Rename(list: list, old: old, new: new) : nil
    }
}

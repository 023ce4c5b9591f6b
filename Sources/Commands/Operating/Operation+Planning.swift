import Diagnostics
import Documents
import Platforms

extension Operation {
    /// The calls that a kind makes of a change; what it refuses is thrown.
    func calls(for change: Change, of type: ResourceType) throws -> ChangeCalls {
        let calls = type.rules.calls(for: change)
        try refuse(calls.refusals.map { .error($0.code, $0.message, help: $0.help) }, .refused)
        return calls
    }

    /// The calls of a step of an object's lifecycle.
    func calls(_ step: Lifecycle.Transition, _ object: LiveObject) throws -> [Call] {
        let change = object.change(step.action, account: account, to: step.to)
        return try calls(for: change, of: object.type).calls
    }

    /// Plans to create an object with some fields; refuses a name that one of `others` has.
    func creation(
        of type: ResourceType, _ fields: Object, among others: [ObservedResource],
        consequences: [String] = []
    ) throws -> PendingWrite {
        let name = fields[type.nameField]?.text ?? ""
        try refuseTaken(name, type, among: others)
        let slug = name.map { $0.isPlainLetterOrDigit ? $0 : "_" }
        let address = Address(account: account.name, type: type.kind.type, id: String(slug))
        let calls = try calls(
            for: Change(
                address: address, action: .create, wanted: .object(fields), account: account),
            of: type)
        return PendingWrite(
            creating: type, named: name, at: address, calls.calls,
            consequences: consequences + calls.notes)
    }

    /// Refuses a name that another object has.
    func refuseTaken(
        _ name: String, _ type: ResourceType, among others: [ObservedResource],
        help: String? = nil
    ) throws {
        let same = others.first { $0.raw[type.nameField]?.text == name }
        guard let same else { return }
        throw Failure(
            .failed,
            .error(
                OperatingCode.existsAlready,
                "this name is taken already, by \(live(same, type).title)",
                help: help ?? "change it with `\(type.command) update`, or give another name"))
    }

    /// Plans to change fields of an object; what is not given stays.
    func change(
        _ found: LiveObject, _ fields: Object, consequences: [String] = []
    ) throws -> PendingWrite {
        var change = found.change(.update, account: account)
        change.wanted = .object(fields)
        change.paths = fields.keys.map { FieldPath([$0]) }
        let calls = try calls(for: change, of: found.type)
        return PendingWrite(
            "update", found, .update, calls.calls, consequences: consequences + calls.notes)
    }

    /// Plans to delete an object for good: what that means the kind says, as in a plan.
    func deletion(
        of found: LiveObject, _ verb: String = "delete", consequences: [String]
    ) throws -> PendingWrite {
        let change = found.change(.delete, account: account)
        let calls = try calls(for: change, of: found.type)
        let words = found.type.lifecycle?.deletion[found.state]
        return PendingWrite(
            verb, found, .delete, calls.calls,
            consequences: [words].compactMap(\.self) + calls.notes + consequences,
            question: .typed, effect: .deletion)
    }

    /// Throws some refusals, all at once.
    func refuse(_ problems: [Diagnostic], _ status: ExitStatus = .failed) throws {
        guard !problems.isEmpty else { return }
        var report = Report()
        problems.forEach { report.add($0) }
        throw Failure(status, report)
    }
}

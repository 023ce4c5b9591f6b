import Documents
import Platforms

/// One field that differs, with what follows from changing it.
struct Difference {
    var change: FieldChange
    /// Whether it cannot be changed on an existing object.
    var isImmutable: Bool
    /// Whether changing it on a running object makes a new version.
    var makesVersion: Bool
}

/// What holds for a field because of the fields it lies in.
struct Inheritance {
    var isImmutable = false
    var makesVersion = false

    /// The same one field further in.
    func adding(_ rules: Rules) -> Inheritance {
        Inheritance(
            isImmutable: isImmutable || rules.isImmutable,
            makesVersion: makesVersion || rules.onRunning == .newVersion)
    }
}

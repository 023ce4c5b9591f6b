public import Documents
public import Platforms

/// What is told of a flow beside its fields.
public enum LyticsFlowFact {
    /// The number of this version: the one that acts on people, or a draft.
    public static let version = Facts.Key<Int64>("version")
    /// The running version's number, where one runs.
    public static let runningVersion = Facts.Key<Int64>("runningVersion")
    /// The number of a draft that is newer than the version that acts, where there is one.
    public static let draftVersion = Facts.Key<Int64>("draftVersion")
    /// The state of this version: `draft`, `running`, `draining`, `drained`.
    public static let state = Facts.Key<String>("state")
    /// The form in which it was answered.
    public static let wire = Facts.Key<String>("wire")
    /// The numbers of its steps by slug.
    public static let numbers = Facts.Key<Object>("numbers")
    /// Whether the answer shows the work of its steps.
    public static let showsWorks = Facts.Key<Bool>("showsWorks")
}

/// What is told of a job beside its fields.
enum LyticsJobFact {
    /// The status that the service tells, `faulted` and `sleeping` among them.
    static let status = Facts.Key<String>("status")
}

/// What the answers of an account tell of it.
enum LyticsAccountFact {
    /// The form in which its flows are answered.
    static let wire = Facts.Key<String>("wire")
}

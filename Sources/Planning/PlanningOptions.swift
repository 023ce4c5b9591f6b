public import Platforms

/// What the command line and the environment decided about a plan.
public struct PlanningOptions: Sendable {
    /// Removes everything that is recorded.
    public var isDestroy = false
    /// The addresses to plan, with what they need; empty for all.
    public var only: [Address] = []
    /// Where a conflict is decided for the file.
    public var overwrite: Set<Address> = []
    /// What is started again although it was stopped outside the files.
    public var restart: Set<Address> = []
    /// What is accepted as the platform keeps it, although it was written otherwise.
    public var acceptKept: Set<Address> = []
    /// Whether fields that are no longer written are told; not where a payload names only those
    /// that are to change.
    public var findsReleased = true
    /// What exists on the platform and is taken over as it is; each must be there.
    public var adopt: Set<Address> = []
    /// What is taken over where it exists.
    public var adoptMatching: [AddressPattern] = []
    /// Files or folders that may be missing although something recorded came from them.
    public var allowMissing: [String] = []
    /// The folders of the project; nil where nobody looked.
    public var presentFolders: Set<String>?
    /// Files of the project's folder in which nothing belongs to the project.
    public var emptyFiles: Set<String> = []
    /// The files of the project's folder that hold documents.
    public var files: Set<String> = []
    /// What the environment leaves out; never a delete.
    public var excludedAddresses: Set<Address> = []
    /// What is not switched off by a test.
    package var mechanisms = Mechanisms.all

    /// Decides nothing.
    public init() {}

    /// Whether a resource, or the one whose document holds it, is left out.
    func leavesOut(_ address: Address) -> Bool {
        excludedAddresses.contains(address) || address.parent.map { leavesOut($0) } ?? false
    }

    /// Whether the plan only takes over what exists: no row of it sends anything.
    public var isAdopting: Bool { !adopt.isEmpty || !adoptMatching.isEmpty }
}

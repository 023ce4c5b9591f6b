public import Documents
public import Platforms

/// What is told of a flow beside its fields.
public enum FrontlineFlowFact {
    /// Whether it is the flow that an agent starts with.
    public static let isDefault = Facts.Key<Bool>("isDefault")
    /// The nodes' ids by their keys.
    public static let nodes = Facts.Key<Object>("nodes")
    /// The nodes of the draft as answered.
    public static let graph = Facts.Key<[Value]>("graph")
    /// Whether it was activated as its draft is, and the service did not publish it by that.
    static let isLeftUnpublished = Facts.Key<Bool>("isLeftUnpublished")
    /// The published snapshot that people meet, where there is one.
    public static let liveSnapshotID = Facts.Key<Value>("liveSnapshotId")
}

/// What is told of an agent beside its fields.
enum FrontlineAgentFact {
    /// Its settings as answered.
    static let setting = Facts.Key<Value>("setting")
}

/// What the answers of an account tell of it.
public enum FrontlineAccountFact {
    /// The contract that it follows.
    public static let api = Facts.Key<String>("api")
    /// Its models as they are listed.
    static let models = Facts.Key<[Value]>("models")
}

import Platforms

extension Noun {
    /// Flows, by label.
    static let flow = Noun(
        kind: KindName("lytics", "flow"), singular: "flow", plural: "flows", nameField: "label")
    /// Connections, by label.
    static let connection = Noun(
        kind: KindName("lytics", "connection"), singular: "connection", plural: "connections",
        nameField: "label")
    /// Auths, by label.
    static let auth = Noun(
        kind: KindName("lytics", "auth"), singular: "auth", plural: "auths", nameField: "label")
    /// Jobs, by name.
    static let job = Noun(
        kind: KindName("lytics", "job"), singular: "job", plural: "jobs", nameField: "name")
}

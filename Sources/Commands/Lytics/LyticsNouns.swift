import Lytics
import Platforms

extension Noun {
    /// Flows, by label.
    static let flow = Noun(
        kind: KindName("lytics", "flow"), singular: "flow", plural: "flows", nameField: "label",
        finishingParts: { id, undone in
            let works = LyticsFlowOperations.unconfigured(undone)
            let steps = LyticsFlowOperations.unpublished(undone)
            return works.map { "work create \(id) \($0) -f WORK" }
                + steps.map { "work publish \(id) \($0)" }
        })
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

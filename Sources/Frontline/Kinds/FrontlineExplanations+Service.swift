import Diagnostics
import Platforms

extension FrontlineExplanations {
    /// What the service does, or does not do, when a plan is made or carried out.
    static let service = [
        Explanation(
            code: "frontline/no-start-flow",
            text: "Every agent is born with a flow called `Start`, which is its default flow. "
                + "A document with `isDefault: true` takes it over, and here the flow of that "
                + "name was another one. Name the default flow with `weir: { live: ID }`."),
        Explanation(
            code: "frontline/not-active",
            text: "The service took the call that activates a flow and shows it with another "
                + "status. Nothing is known to be published; look at the flow in the app."),
        Explanation(
            code: "frontline/not-published",
            text: "Activating a flow publishes its draft, as far as anybody knows: there is no "
                + "call for it alone. So the id of the live snapshot is looked at before and "
                + "after. Where it stays the same, what people meet may be the older version, "
                + "and the app has a button to publish it."),
        Explanation(
            code: "frontline/no-archive",
            text: "The service knows `DRAFT`, `ACTIVE` and `SUSPENDED` (`PAUSED`), and no "
                + "`ARCHIVED`. Pause the flow, or remove its file to delete it."),
    ]
}

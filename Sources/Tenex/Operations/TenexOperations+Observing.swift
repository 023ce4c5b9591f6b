public import Documents
public import Platforms

extension TenexOperations {
    /// Workflows as they are listed, or one with its detail; with the standard names.
    public static func observed(
        workflows: [Value], _ account: Account
    ) -> [ObservedResource] {
        observed(workflows, of: KindName("tenex", "workflow"), account)
    }

    /// Triggers as they are listed, or one with its detail; with the standard names.
    public static func observed(triggers: [Value], _ account: Account) -> [ObservedResource] {
        observed(triggers, of: KindName("tenex", "trigger"), account)
    }

    private static func observed(
        _ values: [Value], of kind: KindName, _ account: Account
    ) -> [ObservedResource] {
        values.compactMap { value in
            guard let id = value["id"], !id.isNull else { return nil }
            return ObservedResource(
                account: account.name, kind: kind, liveID: id, naturalKey: [], value: value,
                raw: value)
        }
    }
}

public import Documents
public import Platforms

/// Reads of what an account can be connected to, as data.
public enum LyticsCatalogueOperations {
    /// Reads the providers.
    public static let providers = LyticsRead.providers.request
    /// Reads the workflows; only the old API lists them.
    public static let workflows = LyticsRead.workflows.request

    /// The providers of an answer by slug, or those that the account has an auth for.
    public static func providers(in answer: Value, onlyConnected: Bool) -> [Object] {
        bySlug((answer.list ?? []).compactMap(\.object))
            .filter { !onlyConnected || $0["is_connected"] == true }
    }

    /// The workflows of an answer by slug, each with the slug of its provider as `provider`.
    public static func workflows(in answer: Value, providers: [Value: String]) -> [Object] {
        bySlug((answer.list ?? []).compactMap(\.object)).map { workflow in
            var workflow = workflow
            let provider = workflow["provider_id"].flatMap { providers[$0] }
            workflow["provider"] = provider.map { Value.text($0) }
            return workflow
        }
    }

    /// Workflows of which only the slugs are known.
    public static func workflows(slugs: [String]) -> [Object] {
        slugs.sorted().map { ["slug": .text($0)] }
    }

    private static func bySlug(_ rows: [Object]) -> [Object] {
        rows.sorted { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
    }
}

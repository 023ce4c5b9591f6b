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

    /// The settings that a connection to a provider may have: those of the provider's own form,
    /// else those of Lytics' OpenAPI that systems of its category have.
    public static func settings(of provider: LookupRow) -> [String] {
        let form = (provider.fields["config"]?.list ?? []).compactMap { $0["name"]?.text }
            .filter { !CredentialKeys.contains($0, type: "") }
        guard form.isEmpty else { return form }
        let categories = (provider.fields["categories"]?.list ?? []).compactMap(\.text)
        if provider.names.contains("bigquery") { return ["project", "dataset"] }
        if categories.contains("warehouse") { return ["connection_url", "database"] }
        return categories.contains("storage") ? ["bucket"] : []
    }

    private static func bySlug(_ rows: [Object]) -> [Object] {
        rows.sorted { ($0["slug"]?.text ?? "") < ($1["slug"]?.text ?? "") }
    }
}

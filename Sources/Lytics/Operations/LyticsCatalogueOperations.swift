import Documents
public import Platforms

/// Reads of what an account can be connected to, as data.
public enum LyticsCatalogueOperations {
    /// Reads the providers.
    public static let providers = LyticsRead.providers.request
    /// Reads the workflows; only the old API lists them.
    public static let workflows = LyticsRead.workflows.request
}

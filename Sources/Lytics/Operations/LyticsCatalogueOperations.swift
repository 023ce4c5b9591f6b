import Documents
public import Platforms

/// Reads of what an account can be connected to, as data.
public enum LyticsCatalogueOperations {
    /// Reads the providers.
    public static let providers = Request(.get, ["v2", "provider"])
    /// Reads the workflows; only the old API lists them.
    public static let workflows = Request(.get, ["api", "workflow"])
}

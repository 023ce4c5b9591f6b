public import Documents
public import Platforms

/// A Lytics connection: how the account reaches one external system.
public struct LyticsConnection: Described {
    /// The name that people see.
    public var label = Written<String>()
    /// What it is for.
    public var details = Written<String>()
    /// The auths it uses.
    public var auths = Written<[ReferenceText]>()
    /// The provider's id.
    public var provider = Written<String>()
    /// The provider's slug.
    public var providerSlug = Written<String>()
    /// The id of the provider's connection form.
    public var formID = Written<String>()
    /// The slug of the provider's connection form.
    public var formSlug = Written<String>()
    /// Where the system is.
    public var config = Written<LyticsConnectionConfig>()

    /// A connection without fields.
    public init() {}

    /// Names every field of a connection.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "The name that people see.", .required)
        fields.field("description", &details, "What the connection is for.", .emptyText)
        fields.references(
            "auth_ids", &auths, to: .auth, plain: .liveID, "The auths it uses.", .auths)
        fields.reference(
            "provider_id", &provider, to: .provider, plain: .either, "The provider's id.",
            .immutable)
        fields.field("provider_slug", &providerSlug, "The provider's slug.", .immutable)
        fields.field(
            "connection_config_id", &formID, "The id of the provider's connection form.",
            .immutable)
        fields.field(
            "connection_config_slug", &formSlug, "The slug of the provider's connection form.",
            .immutable)
        fields.object("config", &config, "Where the system is.", .immutable)
    }
}

/// Where the system behind a connection is.
public struct LyticsConnectionConfig: Described {
    /// The bucket of a store.
    public var bucket = Written<String>()
    /// The address of a server.
    public var url = Written<String>()
    /// The database.
    public var database = Written<String>()
    /// The data set.
    public var dataset = Written<String>()
    /// The file.
    public var file = Written<String>()
    /// The cloud project.
    public var project = Written<String>()
    /// How the connection is encrypted.
    public var sslMode = Written<String>()
    /// What a provider's form adds.
    public var others: Object = [:]

    /// An empty configuration.
    public init() {}

    /// Names every field of a configuration.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("bucket", &bucket, "The bucket of a store.", .immutable)
        fields.field("connection_url", &url, "The address of a server.", .immutable)
        fields.field("database", &database, "The database.", .immutable)
        fields.field("dataset", &dataset, "The data set.", .immutable)
        fields.field("file", &file, "The file.", .immutable)
        fields.field("project", &project, "The cloud project.", .immutable)
        fields.field("ssl_mode", &sslMode, "How the connection is encrypted.", .immutable)
        fields.rest(&others)
    }
}

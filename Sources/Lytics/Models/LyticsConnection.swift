import Documents
import Platforms

/// A Lytics connection: how the account reaches one external system.
struct LyticsConnection: Described {
    var label = Written<String>()
    var details = Written<String>()
    var auths = Written<[ReferenceText]>()
    var provider = Written<String>()
    var providerSlug = Written<String>()
    var formID = Written<String>()
    var formSlug = Written<String>()
    var config = Written<LyticsConnectionConfig>()

    /// Names every field of a connection.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "The name that people see.", .required)
        fields.field("description", &details, "What the connection is for.", .emptyText)
        fields.references(
            "auth_ids", &auths, to: .auth, plain: .liveID, "The auths it uses.", .auths)
        fields.reference(
            "provider_id", &provider, to: .provider, plain: .either, "The provider's id.",
            .immutable)
        fields.field(
            "provider_slug", &providerSlug, "The provider's slug.", .immutable.naming(.provider))
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
struct LyticsConnectionConfig: Described {
    var bucket = Written<String>()
    var url = Written<String>()
    var database = Written<String>()
    var dataset = Written<String>()
    var file = Written<String>()
    var project = Written<String>()
    var sslMode = Written<String>()
    /// What a provider's form adds.
    var others: Object = [:]

    /// Names every field of a configuration.
    mutating func describe(_ fields: inout some FieldVisitor) {
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

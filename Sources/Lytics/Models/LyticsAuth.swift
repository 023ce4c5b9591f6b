public import Documents
public import Platforms

/// A Lytics auth: the credentials that jobs and connections use.
public struct LyticsAuth: Described {
    /// The name that people see.
    public var label = Written<String>()
    /// What kind of credentials it holds, `header_param_auth`.
    public var type = Written<String>()
    /// What it is for.
    public var details = Written<String>()
    /// The provider's id.
    public var provider = Written<String>()
    /// The provider's slug.
    public var providerSlug = Written<String>()
    /// The credentials; the platform never shows them again.
    public var config = Written<Object>()

    /// An auth without fields.
    public init() {}

    /// Names every field of an auth.
    public mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "The name that people see.", .required)
        fields.field(
            "type", &type, "What kind of credentials it holds, such as header_param_auth.",
            .identity)
        fields.field("description", &details, "What the auth is for.", .emptyText)
        fields.reference(
            "provider_id", &provider, to: .provider, plain: .either, "The provider's id.",
            .immutable)
        fields.field("provider_slug", &providerSlug, "The provider's slug.", .immutable)
        fields.map(
            "config", &config, "The credentials, each a ${secret.NAME}; never shown again.",
            .with {
                $0.isRequired = true
                $0.isWriteOnly = true
            })
    }
}

import Documents
import Platforms

/// A Lytics auth: the credentials that jobs and connections use.
struct LyticsAuth: Described {
    var label = Written<String>()
    var type = Written<String>()
    var details = Written<String>()
    var provider = Written<String>()
    var providerSlug = Written<String>()
    var config = Written<Object>()

    /// Names every field of an auth.
    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "The name that people see.", .required)
        fields.field(
            "type", &type, "What kind of credentials it holds, such as header_param_auth.",
            .identity)
        fields.field("description", &details, "What the auth is for.", .emptyText)
        fields.reference(
            "provider_id", &provider, to: .provider, plain: .either, "The provider's id.",
            .immutable)
        fields.field(
            "provider_slug", &providerSlug, "The provider's slug.", .immutable.naming(.provider))
        fields.map(
            "config", &config, "The credentials, each a ${secret.NAME}; never shown again.",
            .with {
                $0.isNeededToCreate = true
                $0.isNeverNull = true
                $0.isWriteOnly = true
            })
    }
}

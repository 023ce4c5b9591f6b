import Diagnostics
import Documents
import Platforms

/// Which keys of an auth's `config` are credentials, and so must be secrets.
///
/// The list is Lytics' OpenAPI of 2026-08, with the types that the customer's documents name; what
/// is not in it goes by the usual names of credentials.
public enum CredentialKeys {
    /// One type a line: its name and its credentials.
    private static let known: [String: Set<String>] = Dictionary(
        table.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return (words[0], Set(words.dropFirst()))
        }
    ) { first, _ in first }

    private static let words = [
        "secret", "password", "passphrase", "token", "private", "credential", "connection_string",
        "service_account",
    ]
    private static let harmless = ["public", "endpoint", "_url", "token_type", "_id", "email"]

    /// The types whose credentials are known, in the form of values.
    public static var types: [String] { known.keys.sorted() }

    /// The credentials of a type; nil for a type that is not known.
    public static func of(_ type: String) -> [String]? { known[type.snake]?.sorted() }

    /// Whether a key of a type's `config` is a credential.
    public static func contains(_ key: String, type: String) -> Bool {
        known[type.snake]?.contains(key) == true || looksLikeOne(key.lowercased())
    }

    /// Whether a key has one of the usual names: `api_key`, `refresh_token`, `webhook_url`.
    private static func looksLikeOne(_ name: String) -> Bool {
        // Who knows the URL of an incoming webhook may post to it.
        if name.contains("webhook"), name.hasSuffix("url") { return true }
        guard !harmless.contains(where: { name.contains($0) }) else { return false }
        return name.hasSuffix("key") || words.contains { name.contains($0) }
    }

    /// Reports credentials that stand in the file as they are.
    static func check(
        _ auth: LyticsAuth, _ document: AuthoredDocument, into report: inout Report
    ) {
        let type = auth.type.value ?? ""
        for entry in document.node["config"]?.map ?? [] where contains(entry.key, type: type) {
            guard isLiteral(entry.value) else { continue }
            let name = entry.key.uppercased()
            report.add(
                .error(
                    FieldCode.literalSecret.lytics,
                    "`\(entry.key)` must be a secret such as `${secret.\(name)}`",
                    at: entry.value.span,
                    help: "keep the value out of the file and write `${secret.NAME}` instead"))
        }
    }

    private static func isLiteral(_ node: Node) -> Bool {
        switch node.content {
        case .null: false
        case .expression(let expression): !expression.isSecret
        case .text(let text): !text.isEmpty
        default: true
        }
    }

    private static let table = """
        airship_connect access_token app_key
        airship_master_secret app_key master_secret
        algolia_api_key api_key
        amplitude_api_key apikey apisecret
        appsflyer_devkey dev_key
        attentive_api_key api_key
        aws_delegated
        aws_delegated_pgp pgppassphrase pgpprivatekey
        aws_delegated_public_pgp
        aws_keys access_key secret_key
        aws_keys_pgp access_key pgppassphrase pgpprivatekey secret_key
        aws_keys_public_pgp access_key secret_key
        aws_s3_redshift access_key password secret_key
        azure_event_hub connection_string
        azure_storage_connection aes_iv aes_key connection_string
        azuresql_db password
        basic_auth password
        bc_access_token access_token
        bluehornet_api_key api_key secret
        blueshift_api_key user_api_key
        braze_api_key api_key
        google_service_account service_account_key
        header_param_auth webhook_request_headers webhook_request_params
        icontact_api api_password
        infobip_api_key apikey
        insider_api_key apikey
        integration_secret secret
        iterable apikey
        klaviyo api_key
        leadsquared accessKey secretKey
        lineads_api_secretkey access_key secret_key
        liveramp_aws_keys access_key secret_key
        liveramp_userkey passphrase privatekey
        liveramp_userpass password
        localytics_keys api_key api_secret
        lytics_aws_sftp_auth passphrase password privatekey
        selligent_userpass password
        sendgrid apikey
        shopify_api_token token
        silverpop_full_auth client_secret refresh_token sftp_password
        trigger_userpass password
        twitter_oauth1_0a code oauth_token oauth_verifier
        user_pass_key passphrase password privatekey
        userpass_private_pgp passphrase password pgppassphrase pgpprivatekey privatekey
        userpass_public_pgp passphrase password privatekey
        userpass_secret password secret
        versium_apikey apikey
        webhook_no_auth
        webhook_oauth2_client_credentials client_secret webhook_request_headers webhook_request_params
        wistia_token apikey
        yesmail apikey
        zuora password
        """
}

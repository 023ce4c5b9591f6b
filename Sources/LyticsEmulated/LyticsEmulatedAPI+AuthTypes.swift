import EmulatedKit

extension LyticsEmulatedAPI {
    /// The auth types that can be made over the API, in the form of values.
    static let authTypes: Set<String> = Set(
        """
        airship_connect airship_master_secret algolia_api_key amplitude_api_key appsflyer_devkey
        attentive_api_key aws_delegated aws_delegated_pgp aws_delegated_public_pgp aws_keys
        aws_keys_pgp aws_keys_public_pgp aws_s3_redshift azure_event_hub azure_storage_connection
        azuresql_db basic_auth bc_access_token bluehornet_api_key blueshift_api_key braze
        braze_api_key databricks google_service_account header_param_auth hubspot_api_key
        icontact_api infobip_api_key insider_api_key integration_secret iterable klaviyo
        leadsquared lineads_api_secretkey liveramp_aws_keys liveramp_userkey liveramp_userpass
        localytics_keys lytics_aws_sftp_auth mysql_db oauth2_client_credentials postgres_db
        selligent_userpass sendgrid shopify_api_token silverpop_full_auth slack_webhook snowflake
        snowflake_keypair snowflake_userpass trigger_userpass twilio user_pass_key
        userpass_private_pgp userpass_public_pgp userpass_secret versium_apikey webhook_no_auth
        webhook_oauth2_client_credentials wistia_token yesmail zuora
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The auth types that need a person in a browser.
    static let oauthTypes: Set<String> = [
        "adroll_oauth", "facebook_oauth", "google_oauth", "hubspot_oauth", "linkedin_oauth",
        "salesforce_oauth", "twitter_oauth1_0a",
    ]

    /// The provider an auth type belongs to: the one whose slug its name begins with.
    static func providerSlug(ofAuthType type: String) -> String {
        let known: [String: String] = [
            "header_param_auth": "webhooks", "webhook_no_auth": "webhooks",
            "basic_auth": "webhooks", "oauth2_client_credentials": "webhooks",
            "webhook_oauth2_client_credentials": "webhooks", "aws_s3_redshift": "redshift",
            "user_pass_key": "sftp", "lytics_aws_sftp_auth": "sftp",
            "google_service_account": "bigquery", "postgres_db": "postgres", "mysql_db": "mysql",
        ]
        if let slug = known[type] { return slug }
        let provider = providers.first { type.hasPrefix(snake($0.slug)) }
        return provider?.slug ?? String(type.prefix { $0 != "_" })
    }
}

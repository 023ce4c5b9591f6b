import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// A system Lytics integrates with.
    struct Provider: Sendable {
        let slug: String
        let name: String
        let categories: [String]

        /// The id, derived from the slug.
        var id: String { LyticsEmulatedAPI.identifier("provider", slug) }
    }

    /// The catalogue, one provider a line: slug, name, categories.
    static let providers: [Provider] = catalogue.split(separator: "\n").map { line in
        let columns = line.split(separator: "|").map { $0.trimming() }
        return Provider(
            slug: columns[0], name: columns[1],
            categories: columns[2].split(separator: " ").map(String.init))
    }

    /// A provider by slug or id.
    static func catalogueProvider(_ name: String) -> Provider? {
        providers.first { $0.slug == name || $0.id == name || $0.slug == kebab(name) }
    }

    private static func kebab(_ slug: String) -> String {
        String(slug.map { $0 == "_" ? "-" : $0 })
    }

    static func listProviders(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        let connected = connectedProviders(exchange)
        return exchange.answer(.list(providers.map { row($0, connected) }))
    }

    static func getProvider(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        guard let provider = catalogueProvider(exchange.part(2)) else {
            throw .missing("provider", exchange.part(2), code: "PROVIDER-NOTFOUND-016")
        }
        return exchange.answer(row(provider, connectedProviders(exchange)))
    }

    private static func connectedProviders(_ exchange: Exchange) -> Set<String> {
        let auths = rows("lytics/auth", exchange.account.aid, exchange.store)
        return Set(auths.compactMap { $0["provider_slug"]?.text })
    }

    private static func row(_ provider: Provider, _ connected: Set<String>) -> Value {
        [
            "id": .text(provider.id), "slug": .text(provider.slug), "name": .text(provider.name),
            "namespace": .text(snake(provider.slug)), "description": "",
            "categories": .list(provider.categories.map { .text($0) }), "hidden": false,
            "no_auth": false, "is_connected": .bool(connected.contains(provider.slug)),
        ]
    }

    private static let catalogue = """
        adroll | AdRoll | ads export
        airship | Airship | mobile import export
        algolia | Algolia | search export
        amazon-kinesis | Amazon Kinesis | stream import export
        amazon-redshift | Amazon Redshift | warehouse import
        amazon-s3 | Amazon S3 | storage import export
        amazon-sqs | Amazon SQS | stream export
        amplitude | Amplitude | analytics import
        appsflyer | AppsFlyer | mobile import
        attentive | Attentive | sms export
        azure-blob | Azure Blob Storage | storage import export
        azure-event-hub | Azure Event Hub | stream export
        azure-sql | Azure SQL | warehouse import
        bigquery | Google BigQuery | warehouse import export
        bluehornet | BlueHornet | email export
        blueshift | Blueshift | email export
        braze | Braze | email mobile export
        custom | Custom Integrations | import export
        databricks | Databricks | warehouse import
        facebook | Facebook | ads social export
        google-ads | Google Ads | ads export
        google-cloud-storage | Google Cloud Storage | storage import export
        google-pubsub | Google Pub/Sub | stream export
        google-sheets | Google Sheets | storage export
        hubspot | HubSpot | crm import export
        infobip | Infobip | sms export
        insider | Insider | mobile export
        iterable | Iterable | email import export
        klaviyo | Klaviyo | email import export
        leadsquared | LeadSquared | crm export
        linkedin | LinkedIn | ads export
        liveramp | LiveRamp | ads export
        mailchimp | Mailchimp | email import export
        marketo | Marketo | email import export
        microsoft-sql | Microsoft SQL Server | warehouse import
        mysql | MySQL | warehouse import
        pinterest | Pinterest | ads export
        postgres | PostgreSQL | warehouse import
        redshift | Redshift | warehouse import
        salesforce | Salesforce | crm import export
        salesforce-marketing-cloud | Salesforce Marketing Cloud | email import export
        sendgrid | SendGrid | email import export
        sftp | SFTP | storage import export
        shopify | Shopify | commerce import
        slack | Slack | chat export
        snowflake | Snowflake | warehouse import
        the-trade-desk | The Trade Desk | ads export
        twilio | Twilio | sms export
        webhooks | Webhooks | export
        yahoo | Yahoo | ads export
        zendesk | Zendesk | support import export
        zuora | Zuora | commerce import
        """
}

extension Substring {
    /// The text without the spaces around it.
    fileprivate func trimming() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

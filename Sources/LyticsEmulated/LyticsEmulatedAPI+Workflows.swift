import Documents
import EmulatedKit

extension LyticsEmulatedAPI {
    /// What a job can do: its slug, its provider and the config fields it needs.
    struct Workflow: Sendable {
        let slug: String
        let provider: String
        let required: [String]

        /// The id, derived from the slug.
        var id: String { LyticsEmulatedAPI.identifier("workflow", slug) }
    }

    /// The catalogue, one workflow a line: slug, provider, required fields of `config`.
    static let workflows: [Workflow] = catalogue.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        return Workflow(slug: words[0], provider: words[1], required: Array(words.dropFirst(2)))
    }

    static func listWorkflows(_ exchange: inout Exchange) throws(Refusal) -> EmulatedResponse {
        exchange.answer(
            .list(
                workflows.map { workflow in
                    [
                        "id": .text(workflow.id), "slug": .text(workflow.slug), "hidden": false,
                        "provider_id": .text(identifier("provider", workflow.provider)),
                    ]
                }))
    }

    /// Checks a job's workflow: any well-formed slug, or only the catalogue's with their fields.
    static func checkWorkflow(
        _ slug: String, config: Value?, _ store: EmulatedStore
    ) throws(Refusal) {
        let isWellFormed =
            !slug.isEmpty
            && slug.utf8.allSatisfy {
                (97...122).contains($0) || $0.isDigit || $0 == UInt8(ascii: "_")
            }
        let known = workflows.first { $0.slug == slug }
        guard isWellFormed, known != nil || !store.isOn(.strictWorkflows) else {
            throw Refusal(404, "WF-NOTFOUND-005", "there is no workflow `\(slug)`")
        }
        guard store.isOn(.strictWorkflows), let known else { return }
        for field in known.required where !(config?[field]).isThere {
            throw .bad("the workflow `\(slug)` needs `config.\(field)`", code: "JOB-BADREQ-002")
        }
    }

    private static let catalogue = """
        adroll_sync adroll
        adwords_customer_match google-ads adwords_account_id
        airship_compliance_import airship
        airship_export airship
        amplitude_cohort_import amplitude
        amplitude_event_import amplitude
        attentive_export attentive segment_ids
        aws_kinesis_import amazon-kinesis kinesis_stream region stream
        aws_kinesis_triggers amazon-kinesis stream
        aws_sqs_triggers amazon-sqs
        azure_csv_export azure-blob
        azure_event_hub_export azure-event-hub
        bigquery_entstore_export bigquery
        bigquery_event_export bigquery dataset project
        bigquery_import bigquery dataset project table
        bigquery_seg_changes bigquery dataset project
        bluehornet_export bluehornet email_field segment_id
        braze_export braze segment_id
        facebook_custom_audiences facebook segment_id
        google_pubsub_egress google-pubsub topic_id
        google_sheets_export_audience google-sheets
        hubspot_export hubspot
        infobip_sms_send infobip from message phone_field segment_ids
        iterable_export iterable
        klaviyo_export klaviyo
        leadsquared_export leadsquared segment_id
        linkedin_export_audience linkedin id_fields_mapping
        sendgrid_export_new sendgrid email_field segment_ids
        sendgrid_send_email sendgrid email_field from_email template
        sftp_import sftp
        shopify_import shopify
        webhook_enrichment webhooks segment_ids webhook_url
        webhook_stream_events webhooks webhook_url
        webhook_triggers webhooks segment_ids webhook_url
        yahoo_export yahoo advertiser_id
        zendesk_connect_export zendesk identifier
        zendesk_user_export zendesk
        zuora_import zuora
        """
}

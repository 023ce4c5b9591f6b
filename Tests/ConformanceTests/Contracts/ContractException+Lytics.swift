extension ContractException {
    /// Where Lytics' OpenAPI file of August 2026 does not say what other sources say. The skills
    /// are those of github.com/lytics/agent-skills, 0.4.0 of 2026-10-09, which were checked against
    /// the server's own source.
    static let lytics: [ContractException] =
        jobs + jobWrites + [
            ContractException(
                source:
                    "lytics-account/tokens.md: the API tokens of an account are listed as auths",
                places: """
                    GET /v2/auth 200.data[].expires
                    GET /v2/auth 200.data[].internal
                    GET /v2/auth 200.data[].scopes
                    GET /v2/auth 200.data[].ttl
                    """),
            ContractException(
                source: "lytics-audiences/manage.md: sizes are asked for in bulk",
                places: "GET /v2/segment query.sizes"),
            ContractException(
                source: "lytics-integrations/connections.md: auths are asked for by type",
                places: "GET /v2/auth query.auth_type"),
            ContractException(
                source: "go-lytics, mock/: what the old API answers has a status and a message",
                places: """
                    GET /api/workflow 200.message
                    GET /api/workflow 200.status
                    """),
            ContractException(
                source: "an assumption: a list of workflows without their slugs would be of no use",
                places: "GET /api/workflow 200.data[].slug"),
            ContractException(
                source: "lytics-integrations/connections.md: the body of a scan is optional",
                places: "POST /v2/connection/{id}/scan body"),
            ContractException(
                source: "lytics-integrations/connections.md: a delete answers 204 (switch "
                    + "`delete-without-body`); the customer's documents: with a body",
                places: """
                    DELETE /v2/connection/{id} 200
                    DELETE /v2/connection/{id} 204
                    """),
            ContractException(
                source:
                    "the customer's documents: an update answers 200 (switch `connection-put-201`)",
                places: "PUT /v2/connection/{id} 200"),
            ContractException(
                source:
                    "our own: a setting that no source knows goes through as the file has it, as "
                    + "`connection/warehouse` of the subjects does",
                places: """
                    POST /v2/connection body.config.warehouse
                    POST /v2/connection 201.data.config.warehouse
                    GET /v2/connection 200.data[].config.warehouse
                    GET /v2/connection/{id} 200.data.config.warehouse
                    PUT /v2/connection/{id} 201.data.config.warehouse
                    """),
            ContractException(
                source: "to be mended: members without a value are written as null",
                places: """
                    POST /v2/flow/{name} body.steps[].delay_until
                    POST /v2/flow/{name} body.steps[].next
                    POST /v2/flow/{name} body.steps[].work_config
                    POST /v2/flow/ui/{id} body.steps[].delay_until
                    POST /v2/flow/ui/{id} body.steps[].next
                    POST /v2/flow/ui/{id} body.steps[].work_config
                    """),
        ]

    private static let jobs = [
        ContractException(
            source: "lytics-integrations/export-debug.md: logs with the errors in them",
            places: "GET /v2/job/{id}/logs query.include_errors"),
        ContractException(
            source: "lytics-integrations/jobs.md: the statuses that the server really returns",
            places: """
                GET /v2/job 200.data[].status
                GET /v2/job/{workflow}/{id} 200.data.status
                POST /v2/job/{id}/bounce 200.data.status
                POST /v2/job/{id}/kill 200.data.status
                POST /v2/job/{id}/pause 200.data.status
                POST /v2/job/{id}/resume 200.data.status
                PUT /v2/job/{workflow}/{id} 200.data.status
                """),
        ContractException(
            source: "lytics-account/normalization.md: the number of the account is in jobs too",
            places: """
                GET /v2/job 200.data[].aid
                GET /v2/job/{workflow}/{id} 200.data.aid
                POST /v2/job/{id}/bounce 200.data.aid
                POST /v2/job/{id}/kill 200.data.aid
                POST /v2/job/{id}/pause 200.data.aid
                POST /v2/job/{id}/resume 200.data.aid
                POST /v2/job/{workflow} 201.data.aid
                PUT /v2/job/{workflow}/{id} 200.data.aid
                """),
        ContractException(
            source: "the customer's documents: a job can be hidden, have a tag and log verbosely",
            places: """
                GET /v2/job 200.data[].hidden
                GET /v2/job 200.data[].tag
                GET /v2/job 200.data[].verbose_logging
                GET /v2/job/{workflow}/{id} 200.data.hidden
                GET /v2/job/{workflow}/{id} 200.data.tag
                GET /v2/job/{workflow}/{id} 200.data.verbose_logging
                POST /v2/job/{id}/bounce 200.data.hidden
                POST /v2/job/{id}/bounce 200.data.tag
                POST /v2/job/{id}/bounce 200.data.verbose_logging
                POST /v2/job/{id}/kill 200.data.hidden
                POST /v2/job/{id}/kill 200.data.tag
                POST /v2/job/{id}/kill 200.data.verbose_logging
                POST /v2/job/{id}/pause 200.data.hidden
                POST /v2/job/{id}/pause 200.data.tag
                POST /v2/job/{id}/pause 200.data.verbose_logging
                POST /v2/job/{id}/resume 200.data.hidden
                POST /v2/job/{id}/resume 200.data.tag
                POST /v2/job/{id}/resume 200.data.verbose_logging
                POST /v2/job/{workflow} 201.data.hidden
                POST /v2/job/{workflow} 201.data.tag
                POST /v2/job/{workflow} 201.data.verbose_logging
                PUT /v2/job/{workflow}/{id} 200.data.hidden
                PUT /v2/job/{workflow}/{id} 200.data.tag
                PUT /v2/job/{workflow}/{id} 200.data.verbose_logging
                """),
        ContractException(
            source: "lytics-integrations/jobs.md: what a list can be asked for beside",
            places: """
                GET /v2/job query.show_all
                GET /v2/job query.show_hidden
                GET /v2/job query.show_state
                GET /v2/job 200.data[].work_state
                """),
    ]

    private static let jobWrites = [
        ContractException(
            source: "the customer's documents: a job can be hidden, have a tag and log verbosely",
            places: """
                POST /v2/job/{workflow} body.hidden
                POST /v2/job/{workflow} body.tag
                POST /v2/job/{workflow} body.verbose_logging
                PUT /v2/job/{workflow}/{id} body.hidden
                PUT /v2/job/{workflow}/{id} body.tag
                PUT /v2/job/{workflow}/{id} body.verbose_logging
                """),
        ContractException(
            source: "lytics-integrations/jobs.md: an update without `meta` clears it",
            places: """
                POST /v2/job/{workflow} body.meta
                PUT /v2/job/{workflow}/{id} body.meta
                """),
        ContractException(
            source: "the customer's documents: the workflow is in the body of a create",
            places: "POST /v2/job/{workflow} body.workflow"),
        ContractException(
            source: "lytics-integrations/jobs.md: a job starts at once unless told not to",
            places: "POST /v2/job/{workflow} query.run_job"),
    ]
}

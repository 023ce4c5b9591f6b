import Diagnostics
import Platforms

/// The long forms of what only a plan or an account can show.
extension TenexExplanations {
    static let service: [Explanation] = [
        Explanation(
            code: "tenex/no-path",
            text: """
                The account says that the service has no path for something (`paths:` with null), \
                and a change needs it. Write the path that the service has, or leave the change \
                out. `weir explain tenex/api` lists the operations.
                """),
        Explanation(
            code: "tenex/path",
            text: """
                A path under `paths:` of an account starts with `/` and has the parameters of its \
                operation, in braces and once each: `/api/v1/flows/runs/{run_id}`. Null says that \
                the service has no such path.
                """),
        Explanation(
            code: "tenex/method",
            text: """
                A method under `methods:` of an account is GET, POST, PUT, PATCH or DELETE.
                """),
        Explanation(
            code: "tenex/field-name",
            text: """
                `fields:` of an account gives fields of one shape other names on the service. A \
                name is a text, null says that the service has no such field, and no two fields \
                of a shape may have the same name.
                """),
        Explanation(
            code: "tenex/not-ready",
            text: """
                A workflow refers to an agent that is not hired into the workspace, or to a \
                connector that is not connected. Its steps would fail. Both are changed in 10ex, \
                not by files: hire the agent, or connect the connector again.
                """),
        Explanation(
            code: "tenex/unknown-reference",
            text: """
                A workflow refers to something by name, and the workspace has nothing of that \
                kind. Check that the key belongs to the workspace that you mean.
                """),
        Explanation(
            code: "tenex/template-input",
            text: """
                A template has inputs that must be given when a workflow is made of it. Write \
                them under `inputs` of `from_template`.
                """),
    ]
}

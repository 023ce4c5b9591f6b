import Diagnostics

/// What operating commands refuse, and what to do.
enum OperatingExplanations {
    /// One for each code.
    static let all: [Explanation] = general + lytics + tenex

    private static let general = [
        Explanation(
            code: "operate/account",
            text: "An operating command works on one account of its platform. Where `weir.yaml` "
                + "has several, name one with `--account`; without a project there is one, "
                + "described by the platform's own variables."),
        Explanation(
            code: "operate/no-journal",
            text: "The command could not note in the ledger what it sends, and sends it all "
                + "the same: a pause at night must not wait for a disk. Only where the command is "
                + "cut off does anything depend on the note."),
        Explanation(
            code: "operate/interrupted",
            text: "An interrupt came before the command had sent everything. What was sent is "
                + "told above; the notes name what was not."),
        Explanation(
            code: "operate/unanswered",
            text: "The same command was sent before, its answer never came, and nothing on the "
                + "platform tells whether it was carried out. A second one may do everything "
                + "twice, so that nothing was sent. Look at the platform; `--again` sends it all "
                + "the same."),
        Explanation(
            code: "operate/carried-out-already",
            text: "The same command was sent before, its answer never came, and a look shows that "
                + "it was carried out. Nothing was sent; `--again` does it a second time."),
        Explanation(
            code: "operate/payload",
            text: "`-f` takes one object: the platform's own JSON, or one document of a project. "
                + "It could not be read, or holds something else."),
        Explanation(
            code: "operate/not-found",
            text: "Nothing live has this id, name or address. Names are compared as they are "
                + "written; the list command shows what there is."),
        Explanation(
            code: "operate/ambiguous",
            text: "Several live objects have this name. Give the id of the one that is meant."),
        Explanation(
            code: "operate/choose",
            text: "The command works on one object, such as an agent, and takes the only one there "
                + "is. Here there are several or none: name one, by its id, name or address."),
        Explanation(
            code: "operate/protected",
            text: "The file that manages the object says `protect: true`, which holds for "
                + "operating commands as well. `--override-protect ADDRESS` goes on all the same."),
        Explanation(
            code: "operate/not-confirmed",
            text: "A write is shown and asked about before it is sent, and nobody could be "
                + "asked: there is no terminal. Nothing was sent. Pass `--yes`."),
        Explanation(
            code: "operate/exists-already",
            text: "Such an object is live already, and a second one would do everything twice. "
                + "Update it, or give the new one another name."),
        Explanation(
            code: "operate/another-object",
            text: "The payload says by its `id`, or the ledger by its address, that it is of "
                + "another object than the one named on the command line. Nothing was sent, so "
                + "that no object is overwritten with another."),
        Explanation(
            code: "operate/immutable",
            text: "The platform cannot change this field of an object that exists. Delete the "
                + "object and create it again, or let an apply replace it."),
        Explanation(
            code: "graph/no-flow",
            text: "`weir graph` draws flows; the address is of something else."),
        Explanation(
            code: "graph/unknown-address",
            text: "`weir graph` takes the addresses of flows in your files."),
        Explanation(
            code: "schema/unknown",
            text: "`weir schema` takes a kind, such as `lytics/flow`, or the words of a command "
                + "that prints JSON, such as `lytics jobs list`."),
    ]

    private static let lytics = [
        Explanation(
            code: "lytics/job-state",
            text: "The command makes no sense in the state that the job is in; the message says "
                + "which commands do."),
        Explanation(
            code: "lytics/flow-state",
            text: "A flow goes from draft to running and from running to draining, and no other "
                + "way. What drains can only be followed by a new version."),
        Explanation(
            code: "lytics/no-version",
            text: "The flow has no version of this number, or the platform deleted it."),
        Explanation(
            code: "lytics/no-segment",
            text: "The flow takes in the people of a segment that the account does not have, so "
                + "nobody would ever enter."),
        Explanation(
            code: "lytics/unknown-workflow",
            text: "A job does what its workflow says, and the service has no workflow of this "
                + "name."),
        Explanation(
            code: "lytics/unknown-provider",
            text: "A connection is to a provider that the service knows; there is none of this "
                + "name."),
        Explanation(
            code: "lytics/unknown-table",
            text: "The connection shows no table of this name. A scan may show what it has by "
                + "now."),
        Explanation(
            code: "lytics/unknown-auth-type",
            text: "The type of an auth says which credentials it has, and no type of this name "
                + "is known."),
        Explanation(
            code: "lytics/no-credentials",
            text: "The service takes credentials and never gives them back, so every write of an "
                + "auth sends them. Give them as `${secret.NAME}`, on standard input, or typed on "
                + "a terminal that does not show them; never as an argument."),
        Explanation(
            code: "lytics/api-token",
            text: "The service lists API tokens among auths. Deleting one could take away the "
                + "very token that this command uses, so it is refused."),
        Explanation(
            code: "lytics/setup-choice",
            text: "A setup asks which auth to use: one of those listed, by its number, or a new "
                + "one."),
        Explanation(
            code: "lytics/setup-needs",
            text: "A setup asks for what it needs, and without a terminal that is given as an "
                + "option; the message names it. Nothing was sent."),
    ]

    private static let tenex = [
        Explanation(
            code: "tenex/payload",
            text: "A workflow and a template declare typed inputs. What was given has a name that "
                + "is none of them, leaves out one that is required, or is of another type. "
                + "Nothing was sent."),
        Explanation(
            code: "tenex/workflow-state",
            text: "A workflow is activated from draft or paused, paused from active, and archived "
                + "from each of them; nothing leads back from archived."),
        Explanation(
            code: "tenex/run-state",
            text: "A run that is under way can be paused and cancelled, one that is paused can be "
                + "resumed and cancelled, and one that is over can be neither."),
        Explanation(
            code: "tenex/run-status",
            text: "The word is close to the status of a run, and is none. Other words that 10ex "
                + "may come to use are taken as they are."),
        Explanation(
            code: "tenex/no-version",
            text: "Versions of a workflow count from 1, and the workflow has none of this number."),
        Explanation(
            code: "tenex/version-state",
            text:
                "Only a version that another one has taken the place of can be archived. Its runs "
                + "keep their history."),
        Explanation(
            code: "tenex/no-document",
            text: "The doctor compares the account with an OpenAPI document, which 10ex serves at "
                + "`/openapi.json`. What it got is none."),
        Explanation(
            code: "tenex/signature",
            text: "10ex signs webhooks with a header `X-10ex-Signature: sha256=…`, whose value "
                + "has 64 hexadecimal digits."),
        Explanation(
            code: "mcp/confirmation",
            text: "A tool that writes first answers with what it would send and a confirmation, "
                + "which is good once and for exactly that request. This one is not, so nothing "
                + "was sent."),
    ]
}

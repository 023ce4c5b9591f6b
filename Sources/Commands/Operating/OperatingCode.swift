import Diagnostics

/// The codes for what operating commands refuse.
enum OperatingCode: String, ExplainedCode {
    case account = "operate/account"
    case noJournal = "operate/no-journal"
    case interrupted = "operate/interrupted"
    case unanswered = "operate/unanswered"
    case carriedOutAlready = "operate/carried-out-already"
    case notFound = "operate/not-found"
    case ambiguous = "operate/ambiguous"
    case choose = "operate/choose"
    case protected = "operate/protected"
    case notConfirmed = "operate/not-confirmed"
    case existsAlready = "operate/exists-already"
    case anotherObject = "operate/another-object"
    case immutable = "operate/immutable"
    case graphNoFlow = "graph/no-flow"
    case graphUnknownAddress = "graph/unknown-address"
    case schemaUnknown = "schema/unknown"
    case mcpConfirmation = "mcp/confirmation"

    /// What the rule of each code asks for, and why.
    var meaning: Meaning {
        switch self {
        case .account:
            Meaning(
                "An operating command works on one account of its platform. Where `weir.yaml` "
                    + "has several, name one with `--account`; without a project there is one, "
                    + "described by the platform's own variables.")
        case .noJournal:
            Meaning(
                "The command could not note in the ledger what it sends, and sends it all "
                    + "the same: a pause at night must not wait for a disk. Only where the command is "
                    + "cut off does anything depend on the note.")
        case .interrupted:
            Meaning(
                "An interrupt came before the command had sent everything. What was sent is "
                    + "told above; the notes name what was not.")
        case .unanswered:
            Meaning(
                "The same command was sent before, its answer never came, and nothing on the "
                    + "platform tells whether it was carried out. A second one may do everything "
                    + "twice, so that nothing was sent. Look at the platform; `--again` sends it all "
                    + "the same.")
        case .carriedOutAlready:
            Meaning(
                "The same command was sent before, its answer never came, and a look shows that "
                    + "it was carried out. Nothing was sent; `--again` does it a second time.")
        case .notFound:
            Meaning(
                "Nothing live has this id, name or address. Names are compared as they are "
                    + "written; the list command shows what there is.")
        case .ambiguous:
            Meaning(
                "Several live objects have this name. Give the id of the one that is meant.")
        case .choose:
            Meaning(
                "The command works on one object, such as an agent, and takes the only one there "
                    + "is. Here there are several or none: name one, by its id, name or address.")
        case .protected:
            Meaning(
                "The file that manages the object says `protect: true`, which holds for "
                    + "operating commands as well. `--override-protect ADDRESS` goes on all the same."
            )
        case .notConfirmed:
            Meaning(
                "A write is shown and asked about before it is sent, and nobody could be "
                    + "asked: there is no terminal. Nothing was sent. Pass `--yes`.")
        case .existsAlready:
            Meaning(
                "Such an object is live already, and a second one would do everything twice. "
                    + "Update it, or give the new one another name.")
        case .anotherObject:
            Meaning(
                "The payload says by its `id`, or the ledger by its address, that it is of "
                    + "another object than the one named on the command line. Nothing was sent, so "
                    + "that no object is overwritten with another.")
        case .immutable:
            Meaning(
                "The platform cannot change this field of an object that exists. Delete the "
                    + "object and create it again, or let an apply replace it.")
        case .graphNoFlow:
            Meaning(
                "`weir graph` draws flows; the address is of something else.")
        case .graphUnknownAddress:
            Meaning(
                "`weir graph` takes the addresses of flows in your files.")
        case .schemaUnknown:
            Meaning(
                "`weir schema` takes a kind, such as `lytics/flow`, or the words of a command "
                    + "that prints JSON, such as `lytics jobs list`.")
        case .mcpConfirmation:
            Meaning(
                "A tool that writes first answers with what it would send and a confirmation, "
                    + "which is good once and for exactly that request. This one is not, so nothing "
                    + "was sent.")
        }
    }
}

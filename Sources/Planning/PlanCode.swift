package import Diagnostics

/// The codes for what forbids a plan or makes it useless.
package enum PlanCode: String, ExplainedCode {
    case unknownKind = "plan/unknown-kind"
    case existsAlready = "plan/exists-already"
    case ambiguousObject = "plan/ambiguous-object"
    case nothingManaged = "plan/nothing-managed"
    case renameWithoutWas = "plan/rename-without-was"
    case indistinguishable = "plan/indistinguishable"
    case nothingToAdopt = "plan/nothing-to-adopt"
    case adoptionSends = "plan/adoption-sends"
    case likelyDouble = "plan/likely-double"
    case externalMissing = "plan/external-missing"
    case neededToCreate = "plan/needed-to-create"
    case forbiddenTransition = "plan/forbidden-transition"
    case frozen = "plan/frozen"
    case protected = "plan/protected"
    case partialCheckout = "plan/partial-checkout"
    case emptyFile = "plan/empty-file"
    case moveRefused = "plan/move-refused"
    case startsWithoutNeed = "plan/starts-without-need"
    case referenceCycle = "plan/reference-cycle"
    case unknownReference = "plan/unknown-reference"
    case ambiguousReference = "plan/ambiguous-reference"
    case unknownAddress = "plan/unknown-address"
    case onlyDeletes = "plan/only-deletes"
    case stale = "plan/stale"
    case unknownAccount = "plan/unknown-account"
    case anotherProject = "plan/another-project"
    case anotherAccount = "plan/another-account"
    case secretChanged = "plan/secret-changed"
    case noFile = "plan/no-file"
    case unreadable = "plan/unreadable"
    case notAuthentic = "plan/not-authentic"

    /// What the rule of each code asks for, and why.
    package var meaning: Meaning {
        switch self {
        case .unknownKind:
            Meaning(
                "The ledger or a file speaks of a kind or an account that this version or "
                    + "`weir.yaml` does not know. Bring the account back, or use the version that "
                    + "wrote it.")
        case .existsAlready:
            Meaning(
                "An object like this is on the platform and not in the ledger. It is neither "
                    + "created twice nor silently changed: `weir adopt ADDRESS` records it as it "
                    + "is, and the next plan shows what differs.")
        case .ambiguousObject:
            Meaning(
                "Several objects on the platform match the document. Name the one that is meant by "
                    + "its id: `weir: { live: ID }`.")
        case .nothingManaged:
            Meaning(
                "The ledger of this environment holds nothing, while what the files describe is "
                    + "on the platform: as after a lost ledger, or where people made it by hand. "
                    + "`weir adopt --all` records it as it is; what differs is in the next plan.")
        case .renameWithoutWas:
            Meaning(
                "A document has another `id` than before and is otherwise the same object. "
                    + "Without a word that would delete the object and make another: write "
                    + "`weir: { was: OLD_ID }`. If another one is really meant, apply twice: first "
                    + "without the document, then with it.")
        case .indistinguishable:
            Meaning(
                "Two documents describe the same object as far as the platform can tell: what "
                    + "it tells objects apart by, such as the name, is equal in both. Change it in "
                    + "one, or name the object of each by its id with `weir: { live: ID }`. "
                    + "`weir validate`, which does not read the ledger, only warns: the ledger may "
                    + "know which object belongs to which document.")
        case .nothingToAdopt:
            Meaning(
                "`weir adopt` records what is live and never makes anything. Nothing live is "
                    + "what the document describes, or what is belongs to another address: name the "
                    + "object with `weir: { live: ID }`, or make it with `weir apply`. Nothing was "
                    + "recorded.")
        case .adoptionSends:
            Meaning(
                "An adoption sends nothing. This one would have, so it was refused and nothing "
                    + "was recorded: a mistake of Weir that should be reported.")
        case .likelyDouble:
            Meaning(
                "An object has the natural key of one that the ledger holds, belongs to nothing "
                    + "in it, and was made while a run of this ledger wrote, or soon after: probably "
                    + "by a create whose answer was lost. Or the journal tells that such a create made "
                    + "it, while a later run recorded another. Both ids are shown. Delete the one that is "
                    + "not wanted on the platform; Weir deletes neither by itself.")
        case .externalMissing:
            Meaning(
                "A document with `weir: { external: true }` describes an object that others "
                    + "made. It is not there: make it on the platform, or name its id with `live`.")
        case .neededToCreate:
            Meaning(
                "The field is left to the platform where the object exists, so its file need not "
                    + "have it. A new object cannot be made without it.")
        case .forbiddenTransition:
            Meaning(
                "The platform allows only some steps from one state to another; a draining "
                    + "flow, for one, never runs again as it is. The note lists the steps it "
                    + "allows.")
        case .frozen:
            Meaning(
                "The object is in a state in which the platform refuses every change, as an "
                    + "archived workflow. What others changed before is noted and left; what your "
                    + "file wants otherwise than before cannot be carried out. Take the change back, "
                    + "or apply without the document, then make another one under another name.")
        case .protected:
            Meaning(
                "`weir: { protect: true }` forbids to delete, replace and stop this resource, "
                    + "also once its file is gone. Take `protect` away in one change and do the "
                    + "rest in the next.")
        case .partialCheckout:
            Meaning(
                "The whole folder of a recorded resource is missing, as after a checkout of a "
                    + "part of the repository. That never reads as a wish to delete; "
                    + "`--allow-missing FOLDER` says that it is one.")
        case .emptyFile:
            Meaning(
                "The file of a recorded resource is still there, but none of its documents "
                    + "belongs to the project: it is empty, cut, or its `kind` is misspelt. That "
                    + "never reads as a wish to delete; remove the file, or pass "
                    + "`--allow-missing FILE`.")
        case .moveRefused:
            Meaning(
                "`was` renames what the ledger holds, or an element of a list such as a step. Both the "
                    + "old and the new one are there, so there is nothing to rename: remove `was`.")
        case .startsWithoutNeed:
            Meaning(
                "What this plan starts acts through something that does not run once the plan is "
                    + "done, as a flow whose job is paused: it runs, and nothing comes of it. Start "
                    + "both, or know that you start the other one by hand.")
        case .referenceCycle:
            Meaning(
                "Resources that refer to each other in a circle cannot be created in any order. "
                    + "Remove one of the references that the message shows.")
        case .unknownReference:
            Meaning(
                "A reference names a document, or something on the platform by its name, slug "
                    + "or id. Nothing there has this name: check the spelling, or the account.")
        case .ambiguousReference:
            Meaning(
                "Several things on the platform have this name. Write the id of the one that "
                    + "is meant.")
        case .unknownAddress:
            Meaning(
                "Nothing in the files or the ledger has the address that was passed. "
                    + "`weir ledger list` shows the addresses in the ledger.")
        case .onlyDeletes:
            Meaning(
                "What `--only` names can be deleted only after something that it does not "
                    + "name, and nothing else is deleted. Name that too.")
        case .stale:
            Meaning(
                "Since the plan was made, something that it touches changed in the ledger or "
                    + "on the platform. The notes show what was planned, last applied and live. "
                    + "Nothing was sent: plan again.")
        case .unknownAccount:
            Meaning(
                "The plan file names an account that `weir.yaml` does not. It was made for "
                    + "another version of the project.")
        case .anotherProject:
            Meaning(
                "The plan file was made for another project or environment. Pass the `--env` "
                    + "that it was made for, or make the plan again.")
        case .anotherAccount:
            Meaning(
                "The token belongs to another account on the platform than the one that was "
                    + "planned for. Check the secret it comes from.")
        case .secretChanged:
            Meaning(
                "A secret has another value than the one that was planned with. The plan "
                    + "names secrets and does not hold them, so plan again.")
        case .noFile:
            Meaning(
                "The plan file cannot be read. `weir plan --out FILE` writes one.")
        case .unreadable:
            Meaning(
                "The file is not a plan, was cut or edited, is too large, or is of another "
                    + "version of Weir. Make the plan again.")
        case .notAuthentic:
            Meaning(
                "A plan file has a code that only a machine with the key of digests can make, and "
                    + "that covers all of it. Without the code, or where the file was changed since, "
                    + "nothing of it is sent: it can be shown. Make the plan again where the key is."
            )
        }
    }
}

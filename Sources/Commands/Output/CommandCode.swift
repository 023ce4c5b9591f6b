import Diagnostics

/// The codes for what a command itself refuses.
enum CommandCode: String, ExplainedCode {
    case applyNotConfirmed = "apply/not-confirmed"
    case applyConflict = "apply/conflict"
    case applyFailed = "apply/failed"
    case secretKey = "secret/key"
    case secretAnotherKey = "secret/another-key"
    case secretKeyInUse = "secret/key-in-use"
    case secretSameKey = "secret/same-key"
    case planSecretsNotCompared = "plan/secrets-not-compared"
    case usageUnknownCommand = "usage/unknown-command"
    case demoNoFlows = "demo/no-flows"
    case demoOtherFlows = "demo/other-flows"
    case demoEmulator = "demo/emulator"
    case demoUnexpected = "demo/unexpected"
    case explainUnknown = "explain/unknown"
    case initExists = "init/exists"
    case fileUnwritable = "file/unwritable"
    case fileLostOutput = "file/lost-output"

    /// What the rule of each code asks for, and why.
    var meaning: Meaning {
        switch self {
        case .applyNotConfirmed:
            Meaning(
                "An apply asks before it writes, and nobody could be asked: there is no "
                    + "terminal. Pass `--yes`, or apply a plan file that was reviewed.")
        case .applyConflict:
            Meaning(
                "A field was changed in the file and, to something else, on the platform. "
                    + "Take the live value into the file, or your side with `--overwrite ADDRESS`.")
        case .applyFailed:
            Meaning(
                "A row failed for the reason shown. What did not need it was carried out; "
                    + "another apply goes on from there.")
        case .secretKey:
            Meaning(
                "Digests of secrets are made with a key, from `WEIR_KEY` (at least 32 "
                    + "characters) or a file in your configuration folder that only you may read. "
                    + "It could not be read or written.")
        case .secretAnotherKey:
            Meaning(
                "The ledger and plan files know which key made their digests of secrets. With "
                    + "another key nothing tells whether a secret changed. Set `WEIR_KEY` to the same "
                    + "key on every machine (`weir key export` prints it, `weir key show` its "
                    + "fingerprint); `weir key rotate` gives a ledger a new key. Without any key "
                    + "`weir plan` shows a plan that leaves secrets uncompared.")
        case .secretKeyInUse:
            Meaning(
                "The digests in the ledger were made with the key file that is there. "
                    + "`weir key rotate` makes a new key and moves the ledger to it.")
        case .secretSameKey:
            Meaning(
                "A rotation needs two keys: the old one in `WEIR_OLD_KEY` or in a key file, and "
                    + "the new one in `WEIR_KEY`.")
        case .planSecretsNotCompared:
            Meaning(
                "The plan was made on a machine without the key of the digests of secrets, so "
                    + "it does not say which secrets changed. It can be shown, not applied. Set "
                    + "`WEIR_KEY` where plans are made that are to be applied.")
        case .usageUnknownCommand:
            Meaning(
                "There is no command of this name. `weir --help` lists the commands, and "
                    + "`weir lytics --help` those of a group.")
        case .demoNoFlows:
            Meaning(
                "The demo copies the example project `flows/`. Run it in Weir's own folder, "
                    + "or name that with `-C`.")
        case .demoOtherFlows:
            Meaning(
                "The demo edits two files of `flows/` as an author would, and finds them "
                    + "changed. Bring them back, or run the demo from a fresh copy.")
        case .demoEmulator:
            Meaning(
                "The demo's own emulator did not do what the story needs.")
        case .demoUnexpected:
            Meaning(
                "A step of the demo ended otherwise than the story says; what it printed "
                    + "stands above.")
        case .explainUnknown:
            Meaning(
                "`weir explain` takes a kind, such as `lytics/flow`, or the code of a "
                    + "message, such as `yaml/tab`.")
        case .initExists:
            Meaning(
                "`weir init` writes a new project and never over files that exist.")
        case .fileUnwritable:
            Meaning(
                "A file could not be written: check the permissions of its folder and the "
                    + "space on the disk.")
        case .fileLostOutput:
            Meaning(
                "What the command printed did not reach its end, a full disk for example. "
                    + "What it did besides printing is done and recorded.")
        }
    }
}

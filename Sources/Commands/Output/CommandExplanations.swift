import Diagnostics

/// What a command itself refuses, and what to do.
enum CommandExplanations {
    /// One for each code.
    static let all: [Explanation] = [
        Explanation(
            code: "apply/not-confirmed",
            text: "An apply asks before it writes, and nobody could be asked: there is no "
                + "terminal. Pass `--yes`, or apply a plan file that was reviewed."),
        Explanation(
            code: "apply/conflict",
            text: "A field was changed in the file and, to something else, on the platform. "
                + "Take the live value into the file, or your side with `--overwrite ADDRESS`."),
        Explanation(
            code: "apply/failed",
            text: "A row failed for the reason shown. What did not need it was carried out; "
                + "another apply goes on from there."),
        Explanation(
            code: "secret/key",
            text: "Digests of secrets are made with a key, from `WEIR_KEY` (at least 32 "
                + "characters) or a file in your configuration folder that only you may read. "
                + "It could not be read or written."),
        Explanation(
            code: "secret/another-key",
            text: "The ledger and plan files know which key made their digests of secrets. With "
                + "another key nothing tells whether a secret changed. Set `WEIR_KEY` to the same "
                + "key on every machine (`weir key export` prints it, `weir key show` its "
                + "fingerprint); `weir key rotate` gives a ledger a new key. Without any key "
                + "`weir plan` shows a plan that leaves secrets uncompared."),
        Explanation(
            code: "secret/key-in-use",
            text: "The digests in the ledger were made with the key file that is there. "
                + "`weir key rotate` makes a new key and moves the ledger to it."),
        Explanation(
            code: "secret/same-key",
            text: "A rotation needs two keys: the old one in `WEIR_OLD_KEY` or in a key file, and "
                + "the new one in `WEIR_KEY`."),
        Explanation(
            code: "plan/secrets-not-compared",
            text: "The plan was made on a machine without the key of the digests of secrets, so "
                + "it does not say which secrets changed. It can be shown, not applied. Set "
                + "`WEIR_KEY` where plans are made that are to be applied."),
        Explanation(
            code: "usage/unknown-command",
            text: "There is no command of this name. `weir --help` lists the commands, and "
                + "`weir lytics --help` those of a group."),
        Explanation(
            code: "demo/no-flows",
            text: "The demo copies the example project `flows/`. Run it in Weir's own folder, "
                + "or name that with `-C`."),
        Explanation(
            code: "demo/other-flows",
            text: "The demo edits two files of `flows/` as an author would, and finds them "
                + "changed. Bring them back, or run the demo from a fresh copy."),
        Explanation(
            code: "demo/emulator",
            text: "The demo's own emulator did not do what the story needs."),
        Explanation(
            code: "demo/unexpected",
            text: "A step of the demo ended otherwise than the story says; what it printed "
                + "stands above."),
        Explanation(
            code: "explain/unknown",
            text: "`weir explain` takes a kind, such as `lytics/flow`, or the code of a "
                + "message, such as `yaml/tab`."),
        Explanation(
            code: "init/exists",
            text: "`weir init` writes a new project and never over files that exist."),
        Explanation(
            code: "file/unwritable",
            text: "A file could not be written: check the permissions of its folder and the "
                + "space on the disk."),
        Explanation(
            code: "file/lost-output",
            text: "What the command printed did not reach its end, a full disk for example. "
                + "What it did besides printing is done and recorded."),
    ]
}

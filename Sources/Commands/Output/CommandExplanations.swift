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
            text: "Digests of secrets are made with a key, from `WEIR_KEY` or a file in your "
                + "configuration folder. It could not be read or written."),
        Explanation(
            code: "usage/unknown-command",
            text: "The word where a command belongs is the name of none. `weir --help`, and "
                + "`--help` after the words before it, list those there are."),
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

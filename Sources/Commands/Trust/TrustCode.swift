import Diagnostics

/// The codes for what is refused because nobody trusted it on this machine.
enum TrustCode: String, ExplainedCode {
    case host = "trust/host"
    case secret = "trust/secret"
    case store = "trust/store"
    case noHost = "trust/no-host"
    case notTrusted = "trust/not-trusted"
    case changed = "trust/changed"
    case outside = "trust/outside"

    /// What the rule of each code asks for, and why.
    var meaning: Meaning {
        switch self {
        case .host:
            Meaning(
                "A token goes to the platform's own host and to this machine. Any other host is "
                    + "named by files that somebody else may have written, so it must be trusted "
                    + "first: `weir trust HOST`, `weir trust .` for all that a project names, or "
                    + "`WEIR_TRUST_HOSTS` in CI. Nothing was sent.")
        case .secret:
            Meaning(
                "`secrets.command` is a program that files name, and a dotenv file outside the "
                    + "project may be anybody's. Both are used only after `weir trust .`, or with "
                    + "`WEIR_ALLOW_COMMAND=1` in CI; never by shell completion or `weir mcp`.")
        case .store:
            Meaning(
                "What is trusted on this machine is kept in `~/.config/weir/trust.json`, which "
                    + "only you may read, and in `WEIR_TRUST_HOSTS`. One of them cannot be used.")
        case .noHost:
            Meaning(
                "`weir trust` takes a host such as `api.example.com`, with its port where only "
                    + "that is meant, or `.` for the project in the current folder.")
        case .notTrusted:
            Meaning("`weir trust forget` takes what `weir trust list` shows.")
        case .changed:
            Meaning(
                "`weir mcp` goes by the accounts, secrets and ledger that `weir.yaml` had when it "
                    + "started: an assistant that edits files cannot point it elsewhere. A person "
                    + "starts it again.")
        case .outside:
            Meaning("`weir mcp` opens files of its project's folder only, links followed.")
        }
    }
}

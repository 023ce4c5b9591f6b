import Diagnostics
import Documents
import Foundation
import Platforms

/// Where a run speaks: data to stdout, talk to stderr, questions to a terminal.
///
/// Everything that leaves the program passes here: secrets are hidden, and what a terminal or a log
/// would obey is written out.
struct Console: Sendable {
    /// Writes data that nothing is to be hidden of any more; for the console alone.
    var writeData: @Sendable (String) -> Void
    /// Writes talk that nothing is to be hidden of any more; for the console alone.
    var writeTalk: @Sendable (String) -> Void
    /// Reads an answer; nil when nobody can be asked.
    var readAnswer: (@Sendable () -> String?)?
    /// Reads an answer without showing it; nil when nobody can be asked.
    var readHidden: (@Sendable () -> String?)?
    /// Reads all of standard input.
    var readInput: @Sendable () -> [UInt8] = { [] }
    /// Whether stdout understands colour.
    var isColored: Bool
    /// Whether stderr is a terminal that can show progress.
    var showsProgress: Bool
    /// The width of the terminal in columns; nil when stdout is none.
    var width: Int?
    /// The width of the terminal that talk goes to; nil when stderr is none.
    var talkWidth: Int?
    /// Why data was lost on its way out; nil while nothing was.
    var lostData: @Sendable () -> String? = { nil }
    /// What is never shown.
    var secrets = KnownSecrets()

    /// Writes data in a format.
    func data(_ rendering: Rendering) {
        switch rendering {
        case .text(let text): data(text)
        case .json(let value):
            writeData(secrets.redactor.hide(value).prettyJSON.visible(.json) + "\n")
        }
    }

    /// Writes a text of data with a line end; nothing where there is no text.
    func data(_ text: String) {
        guard !text.isEmpty else { return }
        writeData(shown(text.hasSuffix("\n") ? text : text + "\n"))
    }

    /// Writes a message of a protocol, JSON on one line.
    func message(_ value: Value) {
        writeData(secrets.redactor.hide(value).canonicalJSON.visible(.json) + "\n")
    }

    /// Writes a secret that a person asked for.
    func export(_ secret: Secret) { secret.reveal { writeData($0 + "\n") } }

    /// Writes sentences of data, wrapped where stdout is a terminal.
    func say(_ text: String) { data(wrapped(text, to: width)) }

    /// Writes sentences of talk, wrapped where stderr is a terminal.
    func talk(_ text: String) { talkAsIs(wrapped(text, to: talkWidth)) }

    /// Writes talk that is laid out already.
    func talkAsIs(_ text: String) {
        writeTalk(shown(text.hasSuffix("\n") ? text : text + "\n"))
    }

    /// Writes progress; what clears the line at the bottom of a terminal stays as it is.
    func progress(_ text: String) {
        let isClearing = text.hasPrefix(ProgressLine.clear)
        let rest = isClearing ? String(text.dropFirst(ProgressLine.clear.count)) : text
        writeTalk((isClearing ? ProgressLine.clear : "") + shown(rest))
    }

    /// Asks a question; nil when nobody can be asked.
    func ask(_ question: String) -> String? {
        guard let readAnswer else { return nil }
        writeTalk(shown(wrapped(question, to: talkWidth)) + " ")
        return readAnswer()
    }

    /// Asks for something that is typed and not shown; nil when nobody can be asked.
    func askHidden(_ question: String) -> Secret? {
        guard let readHidden else { return nil }
        writeTalk(shown(wrapped(question, to: talkWidth)) + " ")
        defer { writeTalk("\n") }
        return readHidden().map { typed in
            let secret = Secret(typed)
            secrets.add(secret)
            return secret
        }
    }

    /// How texts of a width are laid out here.
    func style(width: Int?, showsCalls: Bool = false) -> TextStyle {
        var style = TextStyle(colour: isColored, width: width, showsCalls: showsCalls)
        style.redactor = secrets.redactor
        return style
    }

    /// Sentences on lines of a width; secrets are hidden before a line end can fall into one.
    private func wrapped(_ text: String, to width: Int?) -> String {
        guard width != nil else { return text }
        return Wrapping(width: width).lines(ofEach: shown(text)).joined(separator: "\n")
    }

    /// A text as it may leave the program.
    private func shown(_ text: String) -> String {
        secrets.redactor.hide(text).visible(.text(keepsColors: isColored))
    }

    /// A console on which nothing is said and nobody answers.
    static var silent: Console {
        Console(writeData: { _ in }, writeTalk: { _ in }, isColored: false, showsProgress: false)
    }

    /// The console of this process.
    static func ofProcess(color: ColourChoice, variables: [String: String]) -> Console {
        let output = Terminal.current(.output, choice: color, environment: variables)
        let error = Terminal.current(.error, choice: color, environment: variables)
        let stdout = StandardStream(STDOUT_FILENO)
        let stderr = StandardStream(STDERR_FILENO)
        return Console(
            writeData: { stdout.write($0) }, writeTalk: { stderr.write($0) },
            readAnswer: isatty(STDIN_FILENO) == 1 ? { @Sendable in readLine() } : nil,
            readHidden: isatty(STDIN_FILENO) == 1 ? { @Sendable in HiddenInput.read() } : nil,
            readInput: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
            isColored: output.colour, showsProgress: error.isTerminal, width: output.width,
            talkWidth: error.width, lostData: { stdout.loss })
    }
}

import Diagnostics
import Foundation

/// Where a run speaks: data to stdout, talk to stderr, questions to a terminal.
struct Console: Sendable {
    /// Writes data, exactly as given.
    var writeData: @Sendable (String) -> Void
    /// Writes talk, exactly as given.
    var writeTalk: @Sendable (String) -> Void
    /// Reads an answer; nil when nobody can be asked.
    var readAnswer: (@Sendable () -> String?)?
    /// Reads an answer without showing it; nil when nobody can be asked.
    var readHidden: (@Sendable (_ question: String) -> String?)?
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

    /// Writes a text of data with a line end; nothing where there is no text.
    func data(_ text: String) {
        guard !text.isEmpty else { return }
        writeData(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// Writes sentences of data, wrapped where stdout is a terminal.
    func say(_ text: String) { data(wrapped(text, to: width)) }

    /// Writes sentences of talk, wrapped where stderr is a terminal.
    func talk(_ text: String) { talkAsIs(wrapped(text, to: talkWidth)) }

    /// Writes talk that is laid out already.
    func talkAsIs(_ text: String) { writeTalk(text.hasSuffix("\n") ? text : text + "\n") }

    /// Asks a question; nil when nobody can be asked.
    func ask(_ question: String) -> String? {
        guard let readAnswer else { return nil }
        writeTalk(wrapped(question, to: talkWidth) + " ")
        return readAnswer()
    }

    private func wrapped(_ text: String, to width: Int?) -> String {
        Wrapping(width: width).lines(ofEach: text).joined(separator: "\n")
    }

    /// A console on which nothing is said and nobody answers.
    static let silent = Console(
        writeData: { _ in }, writeTalk: { _ in }, isColored: false, showsProgress: false)

    /// The console of this process.
    static func ofProcess(color: ColourChoice, variables: [String: String]) -> Console {
        let output = Terminal.current(.output, choice: color, environment: variables)
        let error = Terminal.current(.error, choice: color, environment: variables)
        let stdout = StandardStream(STDOUT_FILENO)
        let stderr = StandardStream(STDERR_FILENO)
        return Console(
            writeData: { stdout.write($0) }, writeTalk: { stderr.write($0) },
            readAnswer: isatty(STDIN_FILENO) == 1 ? { @Sendable in readLine() } : nil,
            readHidden: isatty(STDIN_FILENO) == 1 ? { @Sendable in HiddenInput.read($0) } : nil,
            readInput: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
            isColored: output.colour, showsProgress: error.isTerminal, width: output.width,
            talkWidth: error.width, lostData: { stdout.loss })
    }
}

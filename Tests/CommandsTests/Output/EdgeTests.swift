import Diagnostics
import Documents
import Foundation
import Platforms
import Synchronization
import Testing

@testable import Commands

@Suite struct `What leaves the program` {
    private let token = "at.LtokQ7.zz-a1b2c3d4e5f6"

    private func written(
        isColored: Bool = false, _ width: Int? = nil, _ speak: (Console) -> Void
    ) -> String {
        let said = Mutex("")
        var console = Console.silent
        console.isColored = isColored
        console.talkWidth = width
        console.readAnswer = { "yes" }
        console.readHidden = { "typed-0123456789" }
        console.writeData = { text in said.withLock { $0 += text } }
        console.writeTalk = { text in said.withLock { $0 += text } }
        console.secrets.add(Secret(token))
        speak(console)
        return said.withLock { $0 }
    }

    @Test func `shows no secret and no control character, whichever way it goes`() {
        let hostile = "\n::error::a \u{1B}[2J \u{202E} \(token)"
        let shown = "\n\\u{3A}:error::a \\u{1B}[2J \\u{202E} ‹secret›"
        #expect(written { $0.data(hostile) } == shown + "\n")
        #expect(written { $0.data(.text(hostile)) } == shown + "\n")
        #expect(written { $0.say(hostile) } == shown + "\n")
        #expect(written { $0.talk(hostile) } == shown + "\n")
        #expect(written { $0.talkAsIs(hostile) } == shown + "\n")
        #expect(written { _ = $0.ask(hostile) } == shown + " ")
        #expect(written { _ = $0.askHidden(hostile) } == shown + " \n")
        #expect(written { $0.progress(ProgressLine.clear + hostile) } == ProgressLine.clear + shown)
    }

    @Test func `stays JSON where it is JSON`() throws {
        let value: Value = ["a\"b": .text("\n::error \u{9B}\u{1B} ##[x \(token)"), token: 1]
        for text in [written { $0.data(.json(value)) }, written { $0.message(value) }] {
            #expect(
                try JSON.parse(text)
                    == ["a\"b": "\n::error \u{9B}\u{1B} ##[x ‹secret›", "‹secret›": 1])
            #expect(text.unicodeScalars.allSatisfy { !$0.isUnseen })
            #expect(!text.contains("##["))
        }
    }

    @Test func `hides a secret before a line is wrapped within it`() {
        #expect(
            written(isColored: false, 20) { $0.talk("the token \(token) is not taken") }.contains(
                "‹secret›"))
        let table = Table(["name"], rows: [["the token is \(token)"]])
        for width in 8...40 {
            let style = { (console: Console) in
                var style = console.style(width: width)
                style.width = width
                return style
            }
            let text = written { $0.data(table.text(style($0))) }
            #expect(!text.contains("at.L") && !text.contains("e5f6"), "\(width)")
        }
    }

    @Test func `keeps colors of ours and nobody's more than those`() {
        let style = TextStyle(colour: true)
        let text = style.paint("red", .red) + "\u{1B}[8m"
        #expect(written(isColored: true) { $0.data(text) } == "\u{1B}[31mred\u{1B}[0m\\u{1B}[8m\n")
        #expect(written { $0.data(text) } == "\\u{1B}[31mred\\u{1B}[0m\\u{1B}[8m\n")
    }

    @Test func `hides what was typed without echo from then on`() {
        #expect(
            written { console in
                _ = console.askHidden("password:")
                console.talk("it is typed-0123456789")
            } == "password: \nit is ‹secret›\n")
    }

    @Test func `is a secret only where a person asked for it`() {
        #expect(written { $0.export(Secret(token)) } == token + "\n")
    }

    @Test func `goes by the console, wherever in the sources it is written`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources").standardizedFileURL
        let files = try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let name = file.path.dropFirst(root.path.count + 1)
            guard !name.hasPrefix("weir-bench/") else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.split(separator: "\n").contains(where: Self.writes) {
                found.insert(String(name))
            }
        }
        #expect(found == Self.writers)
    }

    /// What stands in a line that writes past the console.
    private static func writes(_ line: Substring) -> Bool {
        let line = line.drop { $0 == " " }
        guard !line.hasPrefix("//"), !line.contains("func print(") else { return false }
        return [
            "FileHandle.standardOutput", "FileHandle.standardError", "fputs(", "putchar(",
            "STDOUT_FILENO", "STDERR_FILENO", "writeData", "writeTalk", "withError:",
            "debugPrint(", "dump(", "NSLog(", "StreamLogHandler",
        ].contains { line.contains($0) } || line.contains(/(^|[^A-Za-z.])print\(/)
    }

    /// The files that may.
    private static let writers: Set<String> = [
        "Commands/Session/Console.swift", "Commands/Session/StandardStream.swift",
        // A console of its own, whose text a console writes.
        "Commands/MCP/MCPTranscript.swift",
    ]
}
